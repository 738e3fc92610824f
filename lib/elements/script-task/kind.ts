import { defineKind } from '../define';
import { extensionOf } from '../extension-values';

export const scriptTaskKind = defineKind({
  kind: 'script-task',
  category: 'activity',
  label: 'Script',
  description: 'Computes a value with a FEEL expression and keeps it in a variable.',
  bpmnTypes: ['bpmn:ScriptTask'],
  match: (_document, element) =>
    extensionOf(element, 'zeebe:Script') !== undefined || !extensionOf(element, 'zeebe:TaskDefinition'),
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [{ id: 'script-task', label: 'Script', seed: { type: 'bpmn:ScriptTask' }, primary: true }],
  morphGroup: 'activity',
  executable: true,
});
