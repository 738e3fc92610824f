import { callsDecision } from '../business-rule-task/bpmn';
import { defineElement } from '../define';
import { extensionOf } from '../extension-values';
import { workAudit } from './audit';
import { serviceTaskBpmn, serviceTaskSchema } from './bpmn';
import { compileServiceTask } from './compile';

const OTHERS = ['countersign:AiCall', 'countersign:Http'];

export const serviceTask = defineElement({
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
  schema: serviceTaskSchema,
  bpmn: serviceTaskBpmn,
  compiler: { behavior: 'service-task', compile: compileServiceTask },
  producesAnything: () => true,
  audit: workAudit,
});
