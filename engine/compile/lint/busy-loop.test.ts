import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { busyLoop } from './busy-loop';

verifyRule(busyLoop, {
  valid: {
    'a way back over a person': draw(
      { S: 'StartEvent', G: 'ExclusiveGateway', A: 'UserTask', E: 'EndEvent' },
      ['S > G', 'G > A', 'A > G', 'G > E'],
    ),
    'no way back': draw({ S: 'StartEvent', A: 'Task', B: 'Task' }, ['S > A', 'A > B']),
  },
  invalid: {
    'a way back in which nothing waits': [
      draw({ S: 'StartEvent', A: 'Task', B: 'ScriptTask', G: 'ExclusiveGateway', E: 'EndEvent' }, [
        'S > A',
        'A > B',
        'B > G',
        'G > B',
        'G > E',
      ]),
      ['B'],
      /ever waits/,
    ],
  },
});
