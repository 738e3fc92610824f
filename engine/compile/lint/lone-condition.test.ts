import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { loneCondition } from './lone-condition';

const nodes = { S: 'StartEvent', A: 'Task', B: 'Task', C: 'Task' };

verifyRule(loneCondition, {
  valid: {
    'no condition': draw(nodes, ['S > A', 'A > B']),
    'another path': draw(nodes, ['S > A', 'A > B ? =x', 'A > C']),
    'a gateway': draw({ ...nodes, A: 'ExclusiveGateway' }, ['S > A', 'A > B ? =x']),
  },
  invalid: {
    'a condition alone': [draw(nodes, ['S > A', 'f: A > B ? =x']), ['f'], /The only path out of “A”/],
  },
});
