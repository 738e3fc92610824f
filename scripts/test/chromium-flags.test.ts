import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PLAYWRIGHTS, QUIET } from './chromium-flags.mjs';

/** The list in the program of Playwright, which does not export it. */
function listInPlaywright(): string[] {
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve('playwright-core/package.json'));
  const source = readFileSync(path.join(folder, 'lib/coreBundle.js'), 'utf8');
  const [, list = ''] = /\bdisabledFeatures = \[(.*?)\n\s*\]\.filter/s.exec(source) ?? [];
  return [...list.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name as string).sort();
}

it('turns off what Playwright turns off, because only the last list counts', () => {
  expect([...PLAYWRIGHTS].sort()).toEqual(listInPlaywright());
});

it('gives the browser one list', () => {
  expect(QUIET.filter((flag) => flag.startsWith('--disable-features='))).toHaveLength(1);
});
