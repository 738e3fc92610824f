import { callsDecision } from '../business-rule-task/calls-decision';
import { defineKind } from '../define';
import { extensionOf } from '../extension-values';

const OTHERS = ['countersign:AiCall', 'countersign:Http'];

export const serviceTaskKind = defineKind({
  kind: 'service-task',
  category: 'activity',
  label: 'External work',
  description: 'A step that another system takes over the API, does, and reports back.',
  bpmnTypes: ['bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask', 'bpmn:ScriptTask'],
  match: (_document, element) =>
    element.type === 'bpmn:ScriptTask'
      ? extensionOf(element, 'zeebe:TaskDefinition') !== undefined && !extensionOf(element, 'zeebe:Script')
      : !extensionOf(element, ...OTHERS) && !callsDecision(element),
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    { id: 'service-task', label: 'External work', seed: { type: 'bpmn:ServiceTask' }, primary: true },
    { id: 'service-task.send', label: 'Send task', seed: { type: 'bpmn:SendTask' } },
    { id: 'service-task.rule', label: 'Business rule task', seed: { type: 'bpmn:BusinessRuleTask' } },
  ],
  morphGroup: 'activity',
  executable: true,
});
