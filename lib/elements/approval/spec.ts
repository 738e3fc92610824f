import { defineElement } from '../define';
import { extensionOf } from '../extension-values';
import { formOf } from '../form/bpmn';
import { formProblem } from '../form/rules';
import { formVariables } from '../form/scope';
import { approvalAudit } from './audit';
import { approvalBpmn, approvalSchema } from './bpmn';
import { compileApproval } from './compile';
import { approvalAiSource, approvalAssigned, approvalOutcomes, fourEyes } from './rules';
import { approvalSeed } from './seed';

export const approval = defineElement({
  kind: 'approval',
  category: 'activity',
  label: 'Approval',
  description: 'A person decides, signs what was shown, and the decision is proven afterwards.',
  bpmnTypes: ['bpmn:UserTask'],
  match: (_document, element) => extensionOf(element, 'countersign:Approval') !== undefined,
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [{ id: 'approval', label: 'Approval', seed: approvalSeed, primary: true }],
  morphGroup: 'activity',
  executable: true,
  schema: approvalSchema,
  bpmn: approvalBpmn,
  compiler: { behavior: 'approval', compile: compileApproval },
  rules: [approvalOutcomes, approvalAssigned, fourEyes, approvalAiSource, formProblem],
  produces(document, element) {
    const decision = approvalBpmn.read(document, element.id).resultVariable;
    const entries = ['outcome', 'comment', 'by', 'byName'].map((name) => ({ name, type: 'string' as const }));
    return [
      { name: decision, type: 'context', entries: [...entries, { name: 'at', type: 'date' }] },
      ...formVariables(formOf(document, element.id).form),
    ];
  },
  audit: approvalAudit,
});
