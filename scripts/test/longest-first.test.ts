import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { ROOT } from '../setup/folders.mjs';
import LongestFirst, { LONGEST } from './longest-first';

const project = (name: string) => ({ name, config: { sequence: { groupOrder: 0 } } });
/** A context that remembers no earlier run, as on a fresh clone. */
const context = {
  config: { root: ROOT },
  cache: { getFileTestResults: () => undefined, getFileStats: () => undefined },
} as unknown as Vitest;

async function order(files: [{ name: string }, string][]): Promise<string[]> {
  const specifications = files.map(([of, file]) => ({ project: of, moduleId: `${ROOT}/${file}` }));
  const sorted = await new LongestFirst(context).sort(specifications as unknown as TestSpecification[]);
  return sorted.map(({ moduleId }) => path.relative(ROOT, moduleId));
}

describe('the order of the test files', () => {
  it.each(LONGEST)('names files that are there: %s', (file) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true);
  });

  it('begins each project with its longest files, and keeps the projects together', async () => {
    const [apart, pure] = [project('apart'), project('pure')];
    const [failpoints, , laws, compiled] = LONGEST as [string, string, string, string];
    expect(
      await order([
        [pure, 'a.test.ts'],
        [pure, compiled],
        [apart, 'b.test.ts'],
        [pure, laws],
        [apart, failpoints],
      ]),
    ).toEqual([failpoints, 'b.test.ts', laws, compiled, 'a.test.ts']);
  });
});
