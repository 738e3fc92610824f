import { defineKind } from '../define';
import { callsDecision } from './calls-decision';

export const businessRuleTaskKind = defineKind({
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
});
