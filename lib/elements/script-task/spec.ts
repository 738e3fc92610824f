import { defineElement } from '../define';
import { extensionOf } from '../extension-values';
import { scriptTaskBpmn, scriptTaskSchema } from './bpmn';
import { compileScriptTask } from './compile';

export const scriptTask = defineElement({
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
  schema: scriptTaskSchema,
  bpmn: scriptTaskBpmn,
  compiler: { behavior: 'script-task', compile: compileScriptTask },
  produces(document, element) {
    const { resultVariable } = scriptTaskBpmn.read(document, element.id);
    return resultVariable ? [{ name: resultVariable, type: 'any' }] : [];
  },
  audit: (event, { elementName }) =>
    event.type === 'element.completed' ? { title: `${elementName} computed`, tone: 'neutral' } : undefined,
});
