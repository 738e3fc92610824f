import { describe, expect, it } from 'vitest';
import { lint } from '../lint/lint';
import { type Drawn, draw } from '../testing/draw';
import { drawPools } from '../testing/draw-pools';
import { verifyRule } from '../testing/verify-rule';
import { LINT_BOUND } from './findings';
import { deadElement, deadlock, undecided, unsynchronised } from './problems';

const ends = { S: 'StartEvent', E: 'EndEvent' };
const block = (split: string, join: string) =>
  draw({ ...ends, F: split, A: 'Task', B: 'Task', J: join }, [
    'S > F',
    'F > A ? =x',
    'F > B',
    'A > J',
    'B > J',
    'J > E',
  ]);

verifyRule(deadlock, {
  valid: {
    'parallel paths that a parallel gateway joins': block('ParallelGateway', 'ParallelGateway'),
    'exclusive paths that an exclusive gateway joins': block('ExclusiveGateway', 'ExclusiveGateway'),
    'inclusive paths that an inclusive gateway joins': block('InclusiveGateway', 'InclusiveGateway'),
    'exclusive paths that an inclusive gateway joins': block('ExclusiveGateway', 'InclusiveGateway'),
    'a join that a terminate end overtakes': draw(
      {
        ...ends,
        F: 'ParallelGateway',
        X: 'ExclusiveGateway',
        J: 'ParallelGateway',
        T: { type: 'EndEvent', events: ['Terminate'] },
      },
      ['S > F', 'F > X', 'F > J', 'X > J ? =x', 'X > T', 'J > E'],
    ),
    'a wait for a message from outside': draw({ ...ends, R: 'ReceiveTask' }, ['S > R', 'R > E']),
    'a message that is always sent': drawPools(
      {
        P: [{ S1: 'StartEvent', A: 'SendTask', E1: 'EndEvent' }, ['S1 > A', 'A > E1']],
        Q: [{ S2: 'StartEvent', B: 'ReceiveTask', E2: 'EndEvent' }, ['S2 > B', 'B > E2']],
      },
      ['A > B'],
    ),
  },
  invalid: {
    'exclusive paths into a parallel join': [
      block('ExclusiveGateway', 'ParallelGateway'),
      ['J'],
      /“J” waits for all its 2 incoming paths, and every run stops/,
    ],
    'inclusive paths into a parallel join': [
      block('InclusiveGateway', 'ParallelGateway'),
      ['J'],
      /and a run stops here for ever when only some/,
    ],
    'a join inside a sub-process': [
      draw(
        {
          ...ends,
          Sub: 'SubProcess',
          T: { type: 'StartEvent', in: 'Sub' },
          X: { type: 'ExclusiveGateway', in: 'Sub' },
          J: { type: 'ParallelGateway', in: 'Sub' },
        },
        ['S > Sub', 'Sub > E', 'T > X', 'X > J ? =x', 'X > J'],
      ),
      ['J'],
      /every run stops/,
    ],
    'a message sent on one path only': [
      drawPools(
        {
          P: [
            { S1: 'StartEvent', X: 'ExclusiveGateway', A: 'SendTask', E1: 'EndEvent' },
            ['S1 > X', 'X > A ? =x', 'X > E1', 'A > E1'],
          ],
          Q: [{ S2: 'StartEvent', B: 'ReceiveTask', E2: 'EndEvent' }, ['S2 > B', 'B > E2']],
        },
        ['A > B'],
      ),
      ['B'],
      /“B” can wait for a message that isn't sent any more/,
    ],
  },
});

describe('how bad a deadlock is', () => {
  const severity = (document: Parameters<typeof lint>[0]) =>
    lint(document, [deadlock]).map((one) => one.severity);
  it('is an error when no run can complete', () =>
    expect(severity(block('ExclusiveGateway', 'ParallelGateway'))).toEqual(['error']));
  it('is a warning when data decides', () =>
    expect(severity(block('InclusiveGateway', 'ParallelGateway'))).toEqual(['warning']));
});

verifyRule(unsynchronised, {
  valid: {
    'parallel paths that a parallel gateway joins': block('ParallelGateway', 'ParallelGateway'),
    'parallel paths that an inclusive gateway joins': block('ParallelGateway', 'InclusiveGateway'),
    'parallel paths that end apart': draw({ ...ends, F: 'ParallelGateway', E2: 'EndEvent' }, [
      'S > F',
      'F > E',
      'F > E2',
    ]),
    'a loop': draw({ ...ends, M: 'ExclusiveGateway', A: 'Task', X: 'ExclusiveGateway' }, [
      'S > M',
      'M > A',
      'A > X',
      'X > M ? =again',
      'X > E',
    ]),
    'a reminder beside a step': draw(
      {
        ...ends,
        A: 'UserTask',
        R: {
          type: 'BoundaryEvent',
          attrs: { cancelActivity: false },
          refs: { attachedToRef: 'A' },
          events: ['Timer'],
        },
        M: 'Task',
        E2: 'EndEvent',
      },
      ['S > A', 'A > E', 'R > M', 'M > E2'],
    ),
  },
  invalid: {
    'parallel paths into an exclusive gateway': [
      block('ParallelGateway', 'ExclusiveGateway'),
      ['J'],
      /meet at “J” and don't wait for each other/,
    ],
    'parallel paths into a step': [
      draw({ ...ends, F: 'ParallelGateway', A: 'Task', B: 'Task', C: 'Task' }, [
        'S > F',
        'F > A',
        'F > B',
        'A > C',
        'B > C',
        'C > E',
      ]),
      ['C'],
      /done once for each/,
    ],
    'a reminder that goes on with the main path': [
      draw(
        {
          ...ends,
          A: 'UserTask',
          R: {
            type: 'BoundaryEvent',
            attrs: { cancelActivity: false },
            refs: { attachedToRef: 'A' },
            events: ['Timer'],
          },
          M: 'ExclusiveGateway',
          B: 'Task',
        },
        ['S > A', 'A > M', 'R > M', 'M > B', 'B > E'],
      ),
      ['M'],
      /meet at “M”/,
    ],
  },
});

const inSub = (type: string, events: string[]) => ({ type, in: 'Sub', events });
const caught = (thrown: string) =>
  draw(
    {
      ...ends,
      Sub: 'SubProcess',
      T: { type: 'StartEvent', in: 'Sub' },
      X: inSub('EndEvent', [thrown]),
      B: { type: 'BoundaryEvent', refs: { attachedToRef: 'Sub' }, events: ['Escalation'] },
      E2: 'EndEvent',
    },
    ['S > Sub', 'Sub > E', 'T > X', 'B > E2'],
  );

verifyRule(deadElement, {
  valid: {
    'an escalation that the inside throws': caught('Escalation'),
    'an error that a step may throw': draw(
      {
        ...ends,
        A: 'ServiceTask',
        B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Error'] },
        E2: 'EndEvent',
      },
      ['S > A', 'A > E', 'B > E2'],
    ),
    'steps in an ad-hoc sub-process': draw(
      { ...ends, Sub: 'AdHocSubProcess', A: { type: 'Task', in: 'Sub' } },
      ['S > Sub', 'Sub > E'],
    ),
    'what follows a deadlock, which is reported itself': block('ExclusiveGateway', 'ParallelGateway'),
  },
  invalid: {
    'an escalation that nothing inside throws': [caught('Signal'), ['B'], /“B” never happens/],
    'a join that a terminate end always overtakes': [
      draw(
        {
          ...ends,
          X: 'ExclusiveGateway',
          J: 'ParallelGateway',
          F: 'ParallelGateway',
          T: { type: 'EndEvent', events: ['Terminate'] },
          A: 'Task',
        },
        ['S > F', 'F > X', 'F > A', 'A > T', 'X > J ? =x', 'X > J', 'J > E'],
      ),
      ['J'],
      /“J” never goes on/,
    ],
    'an event beside a step whose message always comes too late': [
      drawPools(
        {
          P: [
            {
              S1: 'StartEvent',
              A: 'SubProcess',
              T: { type: 'StartEvent', in: 'A' },
              B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' }, events: ['Message'] },
              C: 'SendTask',
              E1: 'EndEvent',
              E3: 'EndEvent',
            },
            ['S1 > A', 'A > C', 'B > E3', 'C > E1'],
          ],
          Q: [
            { S2: 'StartEvent', R: 'ReceiveTask', N: 'SendTask', E2: 'EndEvent' },
            ['S2 > R', 'R > N', 'N > E2'],
          ],
        },
        ['C > R', 'N > B'],
      ),
      ['B'],
      /no step sends its message in time/,
    ],
  },
});

/** Parallel branches, each a step that begins again when it takes too long. */
function wide(branches: number) {
  const nodes: Record<string, Drawn> = { ...ends, F: 'ParallelGateway', J: 'ParallelGateway' };
  const flows = ['S > F', 'J > E'];
  for (let index = 0; index < branches; index += 1) {
    nodes[`M${index}`] = 'ExclusiveGateway';
    nodes[`A${index}`] = 'Task';
    nodes[`B${index}`] = { type: 'BoundaryEvent', refs: { attachedToRef: `A${index}` }, events: ['Timer'] };
    flows.push(`F > M${index}`, `M${index} > A${index}`, `B${index} > M${index}`, `A${index} > J`);
  }
  return draw(nodes, flows);
}

verifyRule(undecided, {
  valid: { 'few paths': wide(2) },
  invalid: {
    'paths in more orders than are looked at': [wide(14), ['P'], new RegExp(`within ${LINT_BOUND} states`)],
  },
});
