import { describe, it } from 'vitest';
import { EMPTY_TALLY, playRound } from '@/engine/testing/play';
import { behaviors } from '@/lib/elements/behaviors';

/** The simulator in small, for mutants only: the same few random processes every time, no search for a smaller one. */
describe('the laws of the engine', () => {
  it.each([1, 2])('hold over the random processes of seed %i', (seed) =>
    playRound(behaviors, seed, { ...EMPTY_TALLY }, { processes: 5, shrink: false }),
  );
});
