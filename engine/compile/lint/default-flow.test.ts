import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { defaultFlow } from './default-flow';

const nodes = { S: 'StartEvent', A: 'EndEvent', B: 'EndEvent' };

verifyRule(defaultFlow, {
  valid: {
    'its own path': draw({ ...nodes, G: { type: 'ExclusiveGateway', refs: { default: 'f' } } }, [
      'S > G',
      'f: G > B',
    ]),
  },
  invalid: {
    'another’s path': [
      draw({ ...nodes, G: { type: 'ExclusiveGateway', refs: { default: 'f' } } }, ['f: S > G', 'G > B']),
      ['G'],
      /doesn't leave/,
    ],
  },
});
