import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import base from '../../vitest.config.ts';

/** The first test that fails ends a mutant: what kills most for its time begins, the simulator is last. */
const FILES = [
  'lib/elements/recorded.test.ts',
  'lib/elements/scenarios.test.ts',
  'lib/elements/rejections.test.ts',
  'engine/core/**/*.test.ts',
  'lib/elements/throw-event/compensation.test.ts',
  'lib/elements/throw-event/compensation-of-scopes.test.ts',
  'lib/elements/event-sub-process/handling.test.ts',
  'lib/elements/throw-event/compensation-interrupted.test.ts',
  'lib/elements/end-event/multiple.test.ts',
  'lib/elements/listeners.test.ts',
  'lib/elements/task-listeners.test.ts',
  'lib/elements/boundary-event/condition-filter.test.ts',
  'lib/elements/ad-hoc-sub-process/choosing.test.ts',
  'lib/elements/leaving-scope.test.ts',
  'lib/elements/ad-hoc-sub-process/gathering.test.ts',
  'engine/testing/golden.test.ts',
  'engine/testing/world/world.test.ts',
  'lib/elements/small-models.test.ts',
  'scripts/mutation/laws.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = FILES.findIndex((file) => moduleId.endsWith(file));
  return place < 0 ? FILES.indexOf('engine/core/**/*.test.ts') : place;
};

class InOrder extends BaseSequencer {
  override sort = async (files: TestSpecification[]) => files.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The tests that judge a mutant of engine/core: no database, no corpora, the same inputs every time. */
export default defineConfig({
  resolve: base.resolve,
  test: { include: FILES, testTimeout: 120_000, sequence: { sequencer: InOrder } },
});
