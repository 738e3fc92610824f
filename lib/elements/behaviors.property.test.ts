import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, executableOf } from '@/engine/testing/arbitrary';
import { Simulation, type Tally } from '@/engine/testing/simulator';
import { behaviors } from './behaviors';

const STEPS = 200_000;
const CHUNKS = process.env.COUNTERSIGN_DEEP === '1' ? 10 : 1;
const SEED = Number(process.env.COUNTERSIGN_SEED ?? Date.now() % 2_147_483_647);
const INSTANCES_PER_PROCESS = 12;
const PROCESSES_PER_ROUND = 100;

/** Plays random processes until enough inputs were applied; the seed of each round follows from the first. */
function play(seed: number, steps: number): Tally {
  const tally: Tally = { steps: 0, refused: 0, repeated: 0, instances: 0, ended: 0 };
  for (let round = 0; tally.steps < steps; round += 1) {
    const property = fc.property(block(3), fc.integer(), (root, first) => {
      const executable = executableOf(root);
      for (let i = 0; i < INSTANCES_PER_PROCESS; i += 1)
        new Simulation(executable, behaviors, first + i, tally).run(80);
    });
    const result = fc.check(property, { seed: seed + round, numRuns: PROCESSES_PER_ROUND });
    if (result.failed)
      throw new Error(`COUNTERSIGN_SEED=${seed + round}\n${fc.defaultReportMessage(result)}`);
  }
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
