import { defineElement } from '../define';
import { formOf } from '../form/bpmn';
import { formProblem } from '../form/rules';
import { formVariables } from '../form/scope';
import { taskAudit } from './audit';
import { userTaskBpmn, userTaskSchema } from './bpmn';
import { compileUserTask } from './compile';
import { userTaskKind } from './kind';
import { workingTime } from './working-time-rule';

export const userTask = defineElement({
  ...userTaskKind,
  schema: userTaskSchema,
  bpmn: userTaskBpmn,
  compiler: { behavior: 'user-task', compile: compileUserTask },
  rules: [workingTime, formProblem],
  produces: (document, element) => formVariables(formOf(document, element.id).form),
  // a person without a form may hand over anything through the API
  producesAnything: (document, element) => formOf(document, element.id).form === null,
  audit: taskAudit,
});
