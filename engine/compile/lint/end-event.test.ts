import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { endReachable } from './end-event';

verifyRule(endReachable, {
  valid: {
    'an end': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']),
    'a loop with a way out': draw({ S: 'StartEvent', A: 'UserTask', G: 'ExclusiveGateway', E: 'EndEvent' }, [
      'S > A',
      'A > G',
      'G > A',
      'G > E',
    ]),
  },
  invalid: {
    'no end at all': [draw({ S: 'StartEvent', A: 'Task' }, ['S > A', 'A > A']), ['P'], /No path ends/],
    'a branch that only leads back': [
      draw({ S: 'StartEvent', G: 'ExclusiveGateway', A: 'Task', B: 'Task', E: 'EndEvent' }, [
        'S > G',
        'G > E',
        'G > A',
        'A > B',
        'B > A',
      ]),
      ['A', 'B'],
      /No end can be reached/,
    ],
  },
});
