import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { duplicateId } from './duplicate-id';

const twice = draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['S > A', 'A > E']);
twice.elements.P?.children.flowElements?.push('A');
const renamed = draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']);
renamed.elements.E = { ...renamed.elements.E!, id: 'S' };

verifyRule(duplicateId, {
  valid: { 'unique ids': draw({ S: 'StartEvent', E: 'EndEvent' }, ['S > E']) },
  invalid: {
    'one entry in two places': [twice, ['A'], /“A” is used more than once/],
    'two entries that claim one id': [renamed, ['S'], /“S” is used more than once/],
  },
});
