import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { choreography } from './choreography';

verifyRule(choreography, {
  valid: { 'a task': draw({ A: 'Task' }, []) },
  invalid: {
    'a choreography task': [
      draw({ A: 'ChoreographyTask', Sub: 'SubProcess', B: { type: 'ChoreographyTask', in: 'Sub' } }, []),
      ['A', 'B'],
      /can’t be part of a process/,
    ],
  },
});
