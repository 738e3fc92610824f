import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { implicitJoin } from './implicit-join';

verifyRule(implicitJoin, {
  valid: {
    'a gateway that joins': draw({ A: 'Task', B: 'Task', G: 'ExclusiveGateway', C: 'Task' }, [
      'A > G',
      'B > G',
      'G > C',
    ]),
    'several paths to one end': draw({ A: 'Task', B: 'Task', E: 'EndEvent' }, ['A > E', 'B > E']),
  },
  invalid: {
    'an event with two ways in': [
      draw({ A: 'Task', B: 'Task', C: 'IntermediateThrowEvent' }, ['A > C', 'B > C']),
      ['C'],
      /once for each/,
    ],
    'a step with two ways in': [
      draw({ A: 'Task', B: 'Task', C: 'Task' }, ['A > C', 'B > C']),
      ['C'],
      /once for each/,
    ],
  },
});
