import { describe, expect, it } from 'vitest';
import type { ProcessDocument } from '../document';
import { type Drawn, draw } from '../testing/draw';
import { drawPools } from '../testing/draw-pools';
import { verdict } from './verdict';

const ends = { S: 'StartEvent', E: 'EndEvent' };
const terminate: Drawn = { type: 'EndEvent', events: ['Terminate'] };
const event = (type: string, name: string, more: object = {}): Drawn => ({ type, events: [name], ...more });
const onBorder = (host: string, name: string, attrs = {}): Drawn =>
  event('BoundaryEvent', name, { attrs, refs: { attachedToRef: host } });
const inSub = (type: string, ...events: string[]): Drawn => ({ type, in: 'Sub', events });
const eventSub = (isInterrupting: boolean): Record<string, Drawn> => ({
  ...ends,
  A: 'UserTask',
  Sub: { type: 'SubProcess', attrs: { triggeredByEvent: true } },
  T: { type: 'StartEvent', in: 'Sub', events: ['Message'], attrs: { isInterrupting } },
  B: inSub('Task'),
  U: inSub('EndEvent'),
});
const once = (name: string, document: ProcessDocument): ProcessDocument => {
  document.elements[`${name}_Timer`]!.values.timeDuration = { $type: 'bpmn:FormalExpression', body: 'PT1H' };
  return document;
};
const defaulting = (document: ProcessDocument): ProcessDocument => {
  document.elements.G!.refs.default = 'e';
  return document;
};
const reminder = (): ProcessDocument =>
  draw({ ...ends, A: 'UserTask', B: onBorder('A', 'Timer', { cancelActivity: false }), E2: 'EndEvent' }, [
    'S > A',
    'A > E',
    'B > E2',
  ]);
/** Q sends twice, P reads once. */
const twoMessages = () =>
  drawPools(
    {
      P: [{ ...ends, R: 'ReceiveTask' }, ['S > R', 'R > E']],
      Q: [{ S2: 'StartEvent', X: 'SendTask', Y: 'SendTask', E2: 'EndEvent' }, ['S2 > X', 'X > Y', 'Y > E2']],
    },
    ['X > R', 'Y > R'],
  );

/** Goes on after some of its tokens, as its condition says. */
const complex: Drawn = {
  type: 'ComplexGateway',
  values: { activationCondition: { $type: 'bpmn:FormalExpression', body: '=activationCount >= 1' } },
};
/** Three paths that meet in `G`, and what leads on from there. */
const meeting = (G: Drawn, nodes: Record<string, Drawn>, flows: string[]) =>
  draw({ ...ends, F: 'ParallelGateway', A: 'Task', B: 'Task', C: 'Task', G, ...nodes }, [
    'S > F',
    ...['A', 'B', 'C'].flatMap((id) => [`F > ${id}`, `${id} > G`]),
    ...flows,
  ]);

const GOOD = 'safe sound relaxed';
const CASES: [name: string, verdict: string, document: ProcessDocument][] = [
  ['a path', GOOD, draw({ ...ends, A: 'Task' }, ['S > A', 'A > E'])],
  [
    'an arrow out of a compensation event, which no token takes',
    GOOD,
    draw({ ...ends, A: 'Task', B: onBorder('A', 'Compensate') }, ['S > A', 'A > E', 'B > E']),
  ],
  [
    'a join that never fills',
    'safe',
    draw({ ...ends, X: 'ExclusiveGateway', J: 'ParallelGateway' }, ['S > X', 'X > J', 'X > J', 'J > E']),
  ],
  [
    'parallel paths to one end event',
    'safe',
    draw({ ...ends, F: 'ParallelGateway', A: 'Task' }, ['S > F', 'F > A', 'F > E', 'A > E']),
  ],
  [
    'a terminate end that stops the other path',
    GOOD,
    draw({ ...ends, F: 'ParallelGateway', T: terminate, J: 'ParallelGateway' }, [
      'S > F',
      'F > T',
      'F > J',
      'J > T',
    ]),
  ],
  [
    'an error that nobody catches',
    GOOD,
    draw({ ...ends, F: 'ParallelGateway', X: event('EndEvent', 'Error') }, ['S > F', 'F > X', 'F > E']),
  ],
  [
    'an error that ends a sub-process with all in it',
    GOOD,
    draw(
      {
        ...ends,
        Sub: 'SubProcess',
        T: inSub('StartEvent'),
        F: inSub('ParallelGateway'),
        X: inSub('EndEvent', 'Error'),
        A: inSub('Task'),
        B: onBorder('Sub', 'Error'),
        E2: 'EndEvent',
      },
      ['S > Sub', 'Sub > E', 'B > E2', 'T > F', 'F > X', 'F > A'],
    ),
  ],
  [
    'an escalation that starts a path beside',
    GOOD,
    draw(
      {
        ...ends,
        Sub: 'SubProcess',
        T: inSub('StartEvent'),
        X: inSub('IntermediateThrowEvent', 'Escalation'),
        U: inSub('EndEvent'),
        B: onBorder('Sub', 'Escalation', { cancelActivity: false }),
        E2: 'EndEvent',
      },
      ['S > Sub', 'Sub > E', 'B > E2', 'T > X', 'X > U'],
    ),
  ],
  ['an event sub-process that interrupts', GOOD, draw(eventSub(true), ['S > A', 'A > E', 'T > B', 'B > U'])],
  ['an event sub-process beside', GOOD, draw(eventSub(false), ['S > A', 'A > E', 'T > B', 'B > U'])],
  ['a reminder that may come again and again', '', reminder()],
  ['a reminder that comes once', GOOD, once('B', reminder())],
  [
    'a link',
    GOOD,
    draw(
      { ...ends, L: event('IntermediateThrowEvent', 'Link'), C: event('IntermediateCatchEvent', 'Link') },
      ['S > L', 'C > E'],
    ),
  ],
  [
    'an inclusive join in a loop',
    GOOD,
    draw(
      {
        ...ends,
        M: 'ExclusiveGateway',
        O: 'InclusiveGateway',
        A: 'Task',
        B: 'Task',
        J: 'InclusiveGateway',
        X: 'ExclusiveGateway',
      },
      ['S > M', 'M > O', 'O > A ? =x', 'O > B ? =y', 'A > J', 'B > J', 'J > X', 'X > M ? =again', 'X > E'],
    ),
  ],
  ['a complex gateway that goes on after the first token', GOOD, meeting(complex, {}, ['G > E'])],
  ['the same without a condition', GOOD, meeting('ComplexGateway', {}, ['G > E ? =x'])],
  ['a complex gateway that takes a flow again on reset', '', meeting(complex, {}, ['G > E ? =x'])],
  [
    'a complex gateway that takes the default flow again on reset',
    '',
    defaulting(meeting(complex, { X: terminate }, ['G > X ? =x', 'e: G > E'])),
  ],
  [
    'a complex gateway whose first tokens let the last one come',
    GOOD,
    draw(
      {
        ...ends,
        F: 'ParallelGateway',
        A: 'Task',
        G: complex,
        Q: 'ParallelGateway',
        K: 'ParallelGateway',
      },
      ['S > F', 'F > A', 'F > K', 'A > G', 'K > G', 'G > Q', 'Q > K', 'Q > E'],
    ),
  ],
  [
    'a complex gateway whose reset waits for a token that never comes',
    'safe',
    draw(
      {
        ...ends,
        F: 'ParallelGateway',
        X: 'ExclusiveGateway',
        E2: 'EndEvent',
        K: 'ParallelGateway',
        G: complex,
      },
      ['S > F', 'F > X', 'F > G', 'X > K', 'X > E2', 'F > K', 'K > G', 'G > E'],
    ),
  ],
  [
    'an event-based gateway',
    GOOD,
    draw(
      {
        ...ends,
        G: 'EventBasedGateway',
        A: event('IntermediateCatchEvent', 'Timer'),
        B: 'ReceiveTask',
        M: 'ExclusiveGateway',
      },
      ['S > G', 'G > A', 'G > B', 'A > M', 'B > M', 'M > E'],
    ),
  ],
  ['a process without start event', GOOD, draw({ A: 'Task', E: 'EndEvent' }, ['A > E'])],
  [
    'two messages, both read',
    GOOD,
    drawPools(
      {
        P: [{ ...ends, R: 'ReceiveTask', R2: 'ReceiveTask' }, ['S > R', 'R > R2', 'R2 > E']],
        Q: [
          { S2: 'StartEvent', X: 'SendTask', Y: 'SendTask', E2: 'EndEvent' },
          ['S2 > X', 'X > Y', 'Y > E2'],
        ],
      },
      ['X > R', 'Y > R2'],
    ),
  ],
  ['two messages, one read', 'safe relaxed', twoMessages()],
];

describe('verdicts', () => {
  it.each(CASES)('of %s', (_name, expected, document) => {
    const outcome = verdict(document);
    if (!outcome.decided) throw new Error('not decided');
    const { safe, sound, messageRelaxedSound } = outcome.verdict;
    expect(
      [safe && 'safe', sound && 'sound', messageRelaxedSound && 'relaxed'].filter(Boolean).join(' '),
    ).toBe(expected);
  });

  it('are withheld when there are too many states', () => {
    expect(verdict(reminder(), 3)).toEqual({ decided: false, bound: 3 });
  });
});
