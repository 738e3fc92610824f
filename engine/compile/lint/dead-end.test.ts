import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { deadEnd } from './dead-end';

verifyRule(deadEnd, {
  valid: {
    'an end event': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']),
    'an event sub-process': draw(
      { S: 'StartEvent', E: 'EndEvent', X: { type: 'SubProcess', attrs: { triggeredByEvent: true } } },
      ['S > E'],
    ),
    'the last step of several in any order': draw(
      {
        S: 'StartEvent',
        X: 'AdHocSubProcess',
        A: { type: 'Task', in: 'X' },
        B: { type: 'Task', in: 'X' },
        E: 'EndEvent',
      },
      ['S > X', 'A > B', 'X > E'],
    ),
    'a link to another place': draw(
      { S: 'StartEvent', L: { type: 'IntermediateThrowEvent', events: ['Link'] } },
      ['S > L'],
    ),
  },
  invalid: {
    'a step that nothing follows': [
      draw({ S: 'StartEvent', A: 'Task' }, ['S > A']),
      ['A'],
      /Nothing follows/,
    ],
  },
});
