import { defineElement } from '../define';
import { workAudit } from './audit';
import { serviceTaskBpmn, serviceTaskSchema } from './bpmn';
import { compileServiceTask } from './compile';
import { serviceTaskKind } from './kind';

export const serviceTask = defineElement({
  ...serviceTaskKind,
  schema: serviceTaskSchema,
  bpmn: serviceTaskBpmn,
  compiler: { behavior: 'service-task', compile: compileServiceTask },
  producesAnything: () => true,
  audit: workAudit,
});
