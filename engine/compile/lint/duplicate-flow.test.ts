import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { duplicateFlow } from './duplicate-flow';

verifyRule(duplicateFlow, {
  valid: {
    'two ways to two steps': draw({ S: 'StartEvent', A: 'EndEvent', B: 'EndEvent' }, ['S > A', 'S > B']),
    'two conditions that lead to one step': draw({ G: 'ExclusiveGateway', A: 'Task' }, [
      'G > A ? =a',
      'G > A ? =b',
    ]),
  },
  invalid: {
    'the same way twice': [
      draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E', 'f: S > E']),
      ['f'],
      /Another arrow leads from “S” to “E”/,
    ],
    'the same condition twice': [
      draw({ S: 'StartEvent', G: { type: 'ExclusiveGateway', refs: { default: 'd' } }, E: 'EndEvent' }, [
        'S > G',
        'G > E ? =a',
        'f: G > E ? =a',
        'd: G > E',
      ]),
      ['f'],
      /delete one of them/,
    ],
  },
});
