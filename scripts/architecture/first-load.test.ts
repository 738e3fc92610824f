import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from 'zod/v4/core';
import { chainOf, firstLoad } from './first-load';
import { importGraph } from './graph';

const root = path.resolve(import.meta.dirname, '../..');
const graph = importGraph(root);

const INBOX = 'app/(app)/inbox/[[...taskId]]/page.tsx';
const AUDIT = 'app/(app)/audit/page.tsx';
const DESIGNER = 'app/(app)/processes/[processId]/page.tsx';
const HOME = 'app/(app)/page.tsx';

/** What is too heavy for the first load of any page: a package, or a folder or file of ours. */
const EVERYWHERE = [
  'zod',
  'sonner',
  'radix-ui',
  'cmdk',
  'luxon',
  'croner',
  'decimal.js',
  'feelin',
  'elkjs',
  'bpmn-moddle',
  'saxen',
  'yaml',
  'ajv',
  'react-hook-form',
  '@bpmn-io/feel-editor',
  '@codemirror/',
  '@lezer/',
  'engine/compile/feel/',
  'engine/compile/lint/',
  'engine/compile/soundness/',
  'engine/core/decide/',
  'lib/bpmn/import',
  'lib/bpmn/export',
  'lib/bpmn/layout',
  'lib/text/',
  'lib/simulation/',
  'lib/diff/',
  'lib/dmn/',
  'lib/elements/registry.ts',
  'lib/elements/compile-registry.ts',
  'components/simulation/',
  'components/decisions/',
  'components/forms/',
  'components/common/error-words.tsx',
];

/** Pages with a budget (and home), and what is too heavy for each besides. */
const PAGES: Record<string, readonly string[]> = {
  [HOME]: ['reactflow', 'lib/editing/', 'components/inspector/'],
  [INBOX]: [
    'reactflow',
    'lib/editing/',
    'lib/document/',
    'components/bpmn/static-diagram',
    'components/inspector/',
  ],
  [AUDIT]: [
    'reactflow',
    'lib/editing/',
    'lib/document/',
    'components/bpmn/static-diagram',
    'components/inspector/',
    'components/audit/event-panel',
  ],
  [DESIGNER]: [
    'components/inspector/inspector.tsx',
    'components/inspector/kinds/',
    'components/designer/publish-dialog',
    'components/designer/run-dialog',
    'components/designer/versions-drawer',
    'components/designer/conflict-dialog',
    'components/designer/import-dialog',
    'components/designer/merge/',
    'components/designer/outline/',
    'components/designer/steps/step-windows',
    'components/designer/find/',
    'components/designer/comments/comments-panel',
    'components/designer/comments/follow',
    'components/canvas/edit/pins/pins.tsx',
    'components/designer/layout/',
    'components/canvas/edit/context-pad',
    'components/canvas/edit/clipboard.ts',
    'components/canvas/edit/pad/selection-pad',
    'components/canvas/overview/',
    'components/canvas/edit/guides',
    'components/canvas/edit/space/space-overlay',
    'components/canvas/picture/easel',
    'components/canvas/picture/painter',
    'components/commands/command-palette',
  ],
};

const isPackage = (name: string) => !/^(?:app|components|engine|lib)\//.test(name);
const names = (what: string, heavy: string) =>
  isPackage(heavy)
    ? what === heavy || what.startsWith(heavy.endsWith('/') ? heavy : `${heavy}/`)
    : what.startsWith(heavy);

/** Chains from where the browser's part of a page begins to what it mustn't load first, each readable. */
function offences(page: string, heavy: readonly string[]): string[] {
  const from = firstLoad(root, graph, page);
  return [...from.keys()].flatMap((file) => [
    ...heavy.filter((one) => names(file, one)).map(() => chainOf(from, file).join(' → ')),
    ...(graph.eagerPackages.get(file) ?? [])
      .filter((name) => heavy.some((one) => names(name, one)))
      .map((name) => [...chainOf(from, file), name].join(' → ')),
  ]);
}

describe('the first load of a page', () => {
  it('is seen: from the page to what its parts import', () => {
    expect(firstLoad(root, graph, INBOX).size).toBeGreaterThan(50);
    expect(offences(INBOX, ['components/ui/cx']).length).toBe(1);
    expect(offences(DESIGNER, ['reactflow']).length).toBeGreaterThan(5);
  });

  it.each(Object.keys(PAGES))('%s: what is heavy comes later, by import()', (page) => {
    expect(offences(page, [...EVERYWHERE, ...(PAGES[page] ?? [])])).toEqual([]);
  });

  it('tells zod its setting without zod: it reads it from where instrumentation-client.ts writes it', () => {
    expect(config()).toBe((globalThis as { __zod_globalConfig?: object }).__zod_globalConfig);
    // Every page loads that file, with what it imports.
    expect(readFileSync(path.join(root, 'instrumentation-client.ts'), 'utf8')).not.toMatch(
      /\bfrom\b|import\b/,
    );
  });

  it('names only what exists', () => {
    const known = new Set([...graph.packages.values()].flat());
    for (const heavy of [...EVERYWHERE, ...Object.values(PAGES).flat()]) {
      const found = isPackage(heavy)
        ? [...known].some((name) => names(name, heavy))
        : graph.files.some((file) => names(file, heavy));
      expect(found, heavy).toBe(true);
    }
  });
});
