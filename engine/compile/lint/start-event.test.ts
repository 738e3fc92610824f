import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { startEvent } from './start-event';

verifyRule(startEvent, {
  valid: {
    'one start': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']),
    'a start with a trigger': draw({ S: { type: 'StartEvent', events: ['Message'] }, E: 'EndEvent' }, [
      'S > E',
    ]),
    'a receive task that starts the process': draw(
      { R: { type: 'ReceiveTask', attrs: { instantiate: true } }, E: 'EndEvent' },
      ['R > E'],
    ),
    'an ad-hoc sub-process, which has none': draw(
      { S: 'StartEvent', Sub: 'AdHocSubProcess', A: { type: 'Task', in: 'Sub' } },
      ['S > Sub'],
    ),
  },
  invalid: {
    'no start event': [draw({ A: 'Task', E: 'EndEvent' }, ['A > E']), ['P'], /has no start event/],
    'steps that all wait for each other': [
      draw({ A: 'Task', B: 'Task' }, ['A > B', 'B > A']),
      ['P'],
      /has no start:/,
    ],
    'a sub-process without': [
      draw({ S: 'StartEvent', Sub: 'SubProcess', A: { type: 'Task', in: 'Sub' } }, ['S > Sub']),
      ['Sub'],
      /“Sub” has no start event/,
    ],
    'two plain starts': [
      draw({ S: 'StartEvent', T: 'StartEvent', E: 'EndEvent' }, ['S > E', 'T > E']),
      ['T'],
      /several plain/,
    ],
  },
});
