import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { flowEnds } from './flow-ends';

verifyRule(flowEnds, {
  valid: { 'the usual': draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > A', 'A > E']) },
  invalid: {
    'an arrow into a start': [draw({ S: 'StartEvent', A: 'Task' }, ['S > A', 'A > S']), ['S'], /incoming/],
    'an arrow out of an end': [draw({ E: 'EndEvent', A: 'Task' }, ['E > A']), ['E'], /outgoing/],
    'an arrow into a border event': [
      draw({ A: 'Task', B: { type: 'BoundaryEvent', refs: { attachedToRef: 'A' } } }, ['A > B']),
      ['B'],
      /border/,
    ],
  },
});
