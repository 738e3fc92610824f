import { describe, expect, it } from 'vitest';
import { ownerOf } from './contents.mjs';

describe('what a source of a script counts as', () => {
  it.each([
    ['turbopack:///[project]/node_modules/zod/v4/core/util.js', 'zod'],
    ['turbopack:///[project]/node_modules/@radix-ui/react-menu/dist/index.mjs', '@radix-ui/react-menu'],
    ['turbopack:///[project]/node_modules/a/node_modules/@b/c/index.js', '@b/c'],
    ['turbopack:///[project]/components/inbox/inbox.tsx', 'components/inbox'],
    ['turbopack:///[turbopack]/browser/runtime/dom/runtime-backend-dom.ts', 'the loader of scripts'],
    ['', 'what binds them'],
  ])('%s', (source, owner) => {
    expect(ownerOf(source)).toBe(owner);
  });
});
