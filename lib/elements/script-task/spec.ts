import { defineElement } from '../define';
import { scriptTaskBpmn, scriptTaskSchema } from './bpmn';
import { compileScriptTask } from './compile';
import { scriptTaskKind } from './kind';

export const scriptTask = defineElement({
  ...scriptTaskKind,
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
