import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { flowReferences } from './flow-references';

function listing(...incoming: [id: string, flow: string][]) {
  const document = draw({ S: 'StartEvent', A: 'Task', E: 'EndEvent' }, ['f: S > A', 'g: A > E']);
  for (const [id, flow] of incoming) document.elements[id]!.refs.incoming = [flow];
  return document;
}

verifyRule(flowReferences, {
  valid: {
    'files that list none': listing(),
    'files that list all': listing(['A', 'f'], ['E', 'g']),
  },
  invalid: {
    'files that miss one': [listing(['A', 'f']), ['E'], /from “A” leads here, but the file doesn't list/],
  },
});
