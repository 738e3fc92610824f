import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { superfluousGateway } from './superfluous-gateway';

verifyRule(superfluousGateway, {
  valid: {
    'a split': draw({ S: 'StartEvent', G: 'ParallelGateway', A: 'Task', B: 'Task' }, [
      'S > G',
      'G > A',
      'G > B',
    ]),
    'a join': draw({ A: 'Task', B: 'Task', G: 'ParallelGateway', E: 'EndEvent' }, [
      'A > G',
      'B > G',
      'G > E',
    ]),
  },
  invalid: {
    'one in, one out': [
      draw({ S: 'StartEvent', G: 'ExclusiveGateway', E: 'EndEvent' }, ['S > G', 'G > E']),
      ['G'],
      /does nothing/,
    ],
  },
});
