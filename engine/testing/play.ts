import fc from 'fast-check';
import type { Behaviors } from '../core/behavior';
import { block, executableOf } from './arbitrary';
import { Simulation, type Tally } from './simulator';

const INSTANCES_PER_PROCESS = 12;
const PROCESSES_PER_ROUND = 100;

/** How a round is played. */
export interface RoundOptions {
  /** How many random processes it plays. */
  processes?: number;
  /** Whether it looks for the smallest process that breaks the law, which takes long. */
  shrink?: boolean;
}

export const EMPTY_TALLY: Readonly<Tally> = { steps: 0, refused: 0, repeated: 0, instances: 0, ended: 0 };

/**
 * Plays one round of random processes and adds to the tally; the seed gives the round again.
 * @throws naming the seed, the smallest process found and the law it breaks
 */
export function playRound(
  behaviors: Behaviors,
  seed: number,
  tally: Tally,
  { processes = PROCESSES_PER_ROUND, shrink = true }: RoundOptions = {},
): void {
  const property = fc.property(block(3), fc.integer(), (root, first) => {
    const executable = executableOf(root);
    for (let i = 0; i < INSTANCES_PER_PROCESS; i += 1)
      new Simulation(executable, behaviors, first + i, tally).run(80);
  });
  const result = fc.check(property, { seed, numRuns: processes, endOnFailure: !shrink });
  if (result.failed)
    throw new Error(`seed ${seed}: ${fc.defaultReportMessage(result)}`, { cause: result.errorInstance });
}
