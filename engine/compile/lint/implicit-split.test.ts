import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { implicitSplit } from './implicit-split';

verifyRule(implicitSplit, {
  valid: {
    'a gateway that splits': draw({ S: 'StartEvent', G: 'ParallelGateway', A: 'Task', B: 'Task' }, [
      'S > G',
      'G > A',
      'G > B',
    ]),
    'a step with a condition and a default': draw(
      { S: 'StartEvent', X: { type: 'Task', refs: { default: 'f' } }, A: 'Task', B: 'Task' },
      ['S > X', 'X > A ? =x', 'f: X > B'],
    ),
  },
  invalid: {
    'a step with two ways out': [
      draw({ S: 'StartEvent', A: 'Task', B: 'Task' }, ['S > A', 'S > B']),
      ['S'],
      /at the same time/,
    ],
  },
});
