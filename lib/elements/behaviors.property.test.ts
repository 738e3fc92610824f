import { describe, expect, it } from 'vitest';
import { EMPTY_TALLY, playRound } from '@/engine/testing/play';
import type { Tally } from '@/engine/testing/simulator';
import { SEED } from '@/scripts/test/seed';
import { behaviors } from './behaviors';

const STEPS = 200_000;
const CHUNKS = process.env.COUNTERSIGN_DEEP === '1' ? 10 : 1;

/** Plays random processes until enough inputs were applied; the seed of each round follows from the first. */
function play(seed: number, steps: number): Tally {
  const tally = { ...EMPTY_TALLY };
  for (let round = 0; tally.steps < steps; round += 1) playRound(behaviors, seed + round, tally);
  return tally;
}

describe('the laws of the engine over random processes', () => {
  it.each(Array.from({ length: CHUNKS }, (_, chunk) => chunk))(
    'hold under random inputs, crashes and restarts (chunk %i)',
    (chunk) => {
      const seed = SEED + chunk * 100_000;
      const tally = play(seed, STEPS);
      console.info(`seed ${seed}: ${JSON.stringify(tally)}`);
      expect(tally.steps).toBeGreaterThanOrEqual(STEPS);
    },
    600_000,
  );
});
