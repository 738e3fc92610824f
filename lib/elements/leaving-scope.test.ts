import { describe, it } from 'vitest';
import type { Block } from '@/engine/testing/arbitrary';
import { executableOf } from '@/engine/testing/arbitrary';
import { EMPTY_TALLY } from '@/engine/testing/play';
import { Simulation } from '@/engine/testing/simulator';
import { behaviors } from './behaviors';

/** Found by the random processes: the scope waits for an answer of FEEL when it is left, and a message comes then. */
const LEFT_SLOWLY: Block = {
  kind: 'ad-hoc',
  branches: [
    {
      kind: 'event-sub',
      inside: { kind: 'sub', inside: { kind: 'throw', what: 'message' } },
      event: 'message',
      handler: { kind: 'sequence', blocks: [{ kind: 'service' }] },
      interrupting: false,
    },
    { kind: 'task' },
  ],
  sequential: false,
  until: null,
  cancels: false,
  gathers: 'outside',
};

describe('a scope whose content is done', () => {
  it('begins no event sub-process while it waits to be left', () => {
    const executable = executableOf(LEFT_SLOWLY);
    for (let seed = 0; seed < 200; seed += 1)
      new Simulation(executable, behaviors, seed, { ...EMPTY_TALLY }).run(80);
  });
});
