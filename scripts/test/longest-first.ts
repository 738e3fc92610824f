import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * Files that take longest, whatever their size. Begun last, as small files are, one of them would be all that
 * runs at the end, on one core.
 */
export const LONGEST = [
  'scripts/chaos/failpoints.test.ts',
  'scripts/chaos/chaos.test.ts',
  'lib/elements/behaviors.property.test.ts',
  'engine/compile/feel/compile.property.test.ts',
  'engine/compile/feel/robustness.property.test.ts',
  'lib/editing/testing/fuzz/fuzz.test.ts',
];

const place = ({ moduleId }: TestSpecification): number => {
  const found = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`));
  return found < 0 ? LONGEST.length : found;
};

/**
 * The order of Vitest, projects after one another, with the longest files of each at its beginning: a machine that
 * never ran the tests doesn't know them yet.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).sort((a, b) => place(a) - place(b)),
    );
  }
}
