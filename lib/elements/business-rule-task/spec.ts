import { defineElement } from '../define';
import { decisionAudit } from './audit';
import { businessRuleTaskBpmn, businessRuleTaskSchema } from './bpmn';
import { compileBusinessRuleTask } from './compile';
import { businessRuleTaskKind } from './kind';

export const businessRuleTask = defineElement({
  ...businessRuleTaskKind,
  schema: businessRuleTaskSchema,
  bpmn: businessRuleTaskBpmn,
  compiler: { behavior: 'business-rule-task', compile: compileBusinessRuleTask },
  produces(document, element) {
    const { resultVariable } = businessRuleTaskBpmn.read(document, element.id);
    return resultVariable ? [{ name: resultVariable, type: 'any' }] : [];
  },
  audit: decisionAudit,
});
