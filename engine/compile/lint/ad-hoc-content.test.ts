import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { adHocContent } from './ad-hoc-content';

const nodes = { S: 'StartEvent', E: 'EndEvent', Sub: 'AdHocSubProcess', A: { type: 'Task', in: 'Sub' } };
const flows = ['S > Sub', 'Sub > E'];

verifyRule(adHocContent, {
  valid: { 'a step inside': draw(nodes, flows) },
  invalid: {
    'nothing inside': [draw({ ...nodes, A: 'Task' }, flows), ['Sub'], /“Sub” holds nothing to do/],
    'a start event inside': [
      draw({ ...nodes, T: { type: 'StartEvent', in: 'Sub' } }, flows),
      ['T'],
      /no beginning and no end/,
    ],
  },
});
