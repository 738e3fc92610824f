import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { gatewayConditions } from './gateway-conditions';

const nodes = { S: 'StartEvent', A: 'EndEvent', B: 'EndEvent' };

verifyRule(gatewayConditions, {
  valid: {
    'a condition and a default': draw({ ...nodes, G: { type: 'ExclusiveGateway', refs: { default: 'f' } } }, [
      'S > G',
      'G > A ? =x',
      'f: G > B',
    ]),
    'a join': draw({ ...nodes, G: 'ExclusiveGateway' }, ['S > G', 'G > A']),
    'a parallel gateway': draw({ ...nodes, G: 'ParallelGateway' }, ['S > G', 'G > A', 'G > B']),
  },
  invalid: {
    'a path without condition': [
      draw({ ...nodes, G: 'ExclusiveGateway' }, ['S > G', 'G > A ? =x', 'f: G > B']),
      ['f'],
      /has no condition/,
    ],
    'no default': [
      draw({ ...nodes, G: 'ExclusiveGateway' }, ['S > G', 'G > A ? =x', 'G > B ? =not(x)']),
      ['G'],
      /no default path/,
    ],
  },
});
