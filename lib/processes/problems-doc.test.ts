import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BPMNLINT_RECOMMENDED } from '@/engine/compile/testing/bpmnlint';

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/problems.md'), 'utf8');
const headings = [...page.matchAll(/^### (\S+)$/gm)].map(([, code]) => code!);

/** The text of every module that can report a problem of a diagram. */
const sources = ['engine/compile', 'lib/elements', 'lib/triggers'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(?:testing|feel)\/|^scenarios-/.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
);

for (const file of ['start-triggers.ts', 'bound.ts', 'named-calendars.ts'])
  sources.push(readFileSync(join(ROOT, 'lib/processes', file), 'utf8'));

/** Every way a code is written: as a rule's, in a compiler's report, in a problem made by hand. */
const CODES = [
  /\brule\(\s*'([a-z-]+)'/g,
  /\bcode: '([a-z-]+)'/g,
  /\breport\(\s*'(?:error|warning|info)',\s*'([a-z-]+)'/g,
];

const NO_PROBLEMS = new Set([
  // gathers the rules of the elements, which have codes of their own
  'elements',
]);

const codes = [
  ...new Set(
    sources.flatMap((text) =>
      CODES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code]) => code!)),
    ),
  ),
].filter((code) => !NO_PROBLEMS.has(code));

describe('docs/problems.md', () => {
  it('finds the codes it is about', () => expect(codes.length).toBeGreaterThan(50));

  it('explains every code that a problem can have', () =>
    expect(codes.filter((code) => !headings.includes(code))).toEqual([]));

  it('explains nothing that no problem has, and nothing twice', () => {
    expect(headings.filter((code) => !codes.includes(code))).toEqual([]);
    expect(headings).toEqual([...new Set(headings)]);
  });

  it('says how to mend each', () => {
    const sections = page.split(/^### /m).slice(1);
    expect(sections.filter((text) => !text.includes('*Mend:*')).map((text) => text.split('\n')[0])).toEqual(
      [],
    );
  });

  it('knows every code: none is put together from parts', () =>
    expect(sources.flatMap((text) => text.match(/report\([^`]*`\$\{\w+\}-[a-z-]+`/g) ?? [])).toEqual([]));

  it('says of each rule that bpmnlint recommends who says the same here, or why nobody', () => {
    const [, table = ''] = page.split('## Beside bpmnlint');
    const rows = [...table.split('\n## ')[0]!.matchAll(/^\| ([a-z-]+) \| (.+) \|$/gm)].slice(1);
    expect(rows.map(([, name]) => name)).toEqual([...BPMNLINT_RECOMMENDED]);
    for (const [row, , ours = ''] of rows) {
      const named = [...ours.matchAll(/\[([a-z-]+)\]\(#([a-z-]+)\)/g)];
      expect(
        named.every(([, code, anchor]) => code === anchor && headings.includes(code!)),
        row,
      ).toBe(true);
      expect(named.length > 0 || /^not meant: ./.test(ours), row).toBe(true);
    }
  });

  it('lists every constraint of the standard that a problem can name', () => {
    const named = new Set(sources.flatMap((text) => text.match(/EXT\.\d{3}/g) ?? []));
    const listed = new Set(page.match(/EXT\.\d{3}/g));
    expect([...named].sort()).toEqual([...listed].sort());
  });
});
