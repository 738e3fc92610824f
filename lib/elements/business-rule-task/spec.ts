import { defineElement } from '../define';
import { decisionAudit } from './audit';
import { businessRuleTaskBpmn, businessRuleTaskSchema, callsDecision } from './bpmn';
import { compileBusinessRuleTask } from './compile';

export const businessRuleTask = defineElement({
  kind: 'business-rule-task',
  category: 'activity',
  label: 'Decision table',
  description: 'Asks a stored DMN decision, such as a decision table, and keeps its answer.',
  bpmnTypes: ['bpmn:BusinessRuleTask'],
  match: (_document, element) => callsDecision(element),
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    {
      id: 'business-rule-task',
      label: 'Decision table',
      seed: {
        type: 'bpmn:BusinessRuleTask',
        values: {
          extensionElements: {
            $type: 'bpmn:ExtensionElements',
            values: [{ $type: 'zeebe:CalledDecision', resultVariable: 'decision' }],
          },
        },
      },
    },
  ],
  morphGroup: 'activity',
  executable: true,
  schema: businessRuleTaskSchema,
  bpmn: businessRuleTaskBpmn,
  compiler: { behavior: 'business-rule-task', compile: compileBusinessRuleTask },
  produces(document, element) {
    const { resultVariable } = businessRuleTaskBpmn.read(document, element.id);
    return resultVariable ? [{ name: resultVariable, type: 'any' }] : [];
  },
  audit: decisionAudit,
});
