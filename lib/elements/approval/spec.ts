import { defineElement } from '../define';
import { formOf } from '../form/bpmn';
import { formProblem } from '../form/rules';
import { formVariables } from '../form/scope';
import { workingTime } from '../user-task/working-time-rule';
import { approvalAudit } from './audit';
import { approvalBpmn, approvalSchema } from './bpmn';
import { compileApproval } from './compile';
import { approvalKind } from './kind';
import { approvalQuorum } from './quorum-rule';
import { approvalAiSource, approvalAssigned, approvalOutcomes, fourEyes } from './rules';
import { approvalSignature } from './signature-rule';

export const approval = defineElement({
  ...approvalKind,
  schema: approvalSchema,
  bpmn: approvalBpmn,
  compiler: { behavior: 'approval', compile: compileApproval },
  rules: [
    approvalOutcomes,
    approvalAssigned,
    approvalQuorum,
    approvalSignature,
    fourEyes,
    approvalAiSource,
    workingTime,
    formProblem,
  ],
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
