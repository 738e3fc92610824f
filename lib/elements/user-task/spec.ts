import { defineElement } from '../define';
import { extensionOf } from '../extension-values';
import { formOf } from '../form/bpmn';
import { formProblem } from '../form/rules';
import { formVariables } from '../form/scope';
import { taskAudit } from './audit';
import { userTaskBpmn, userTaskSchema } from './bpmn';
import { compileUserTask } from './compile';

export const userTask = defineElement({
  kind: 'user-task',
  category: 'activity',
  label: 'User task',
  description: 'A step that a person does, with a form to fill in.',
  bpmnTypes: ['bpmn:UserTask'],
  match: (_document, element) => !extensionOf(element, 'countersign:Approval'),
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [
    {
      id: 'user-task',
      label: 'User task',
      primary: true,
      seed: {
        type: 'bpmn:UserTask',
        values: {
          extensionElements: { $type: 'bpmn:ExtensionElements', values: [{ $type: 'zeebe:UserTask' }] },
        },
      },
    },
  ],
  morphGroup: 'activity',
  executable: true,
  schema: userTaskSchema,
  bpmn: userTaskBpmn,
  compiler: { behavior: 'user-task', compile: compileUserTask },
  rules: [formProblem],
  produces: (document, element) => formVariables(formOf(document, element.id).form),
  // a person without a form may hand over anything through the API
  producesAnything: (document, element) => formOf(document, element.id).form === null,
  audit: taskAudit,
});
