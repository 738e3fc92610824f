import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { superfluousTermination } from './superfluous-termination';

const T = { type: 'EndEvent', events: ['Terminate'] };

verifyRule(superfluousTermination, {
  valid: {
    'one of two ends': draw({ S: 'StartEvent', G: 'ExclusiveGateway', T, E: 'EndEvent' }, [
      'S > G',
      'G > T ? =x',
      'G > E ? =y',
    ]),
    'an end of two paths that run together': draw(
      { S: 'StartEvent', G: 'ParallelGateway', A: 'Task', B: 'Task', T },
      ['S > G', 'G > A', 'G > B', 'A > T', 'B > T'],
    ),
    'an end beside what an event began': draw(
      {
        S: 'StartEvent',
        A: 'UserTask',
        B: {
          type: 'BoundaryEvent',
          refs: { attachedToRef: 'A' },
          attrs: { cancelActivity: false },
          events: ['Timer'],
        },
        M: 'SendTask',
        T,
      },
      ['S > A', 'A > T', 'B > M', 'M > T'],
    ),
    'a plain end': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']),
  },
  invalid: {
    'the only end': [
      draw({ S: 'StartEvent', A: 'Task', T }, ['S > A', 'A > T']),
      ['T'],
      /nothing left to terminate/,
    ],
    'the only end of a decision': [
      draw({ S: 'StartEvent', G: 'ExclusiveGateway', A: 'Task', T }, [
        'S > G',
        'G > A ? =x',
        'G > T ? =y',
        'A > T',
      ]),
      ['T'],
      /ends here/,
    ],
  },
});
