import { defineElement } from '../define';
import { callAudit } from './audit';
import { callActivityBpmn, callActivitySchema } from './bpmn';
import { compileCallActivity, globalTaskCompiler } from './compile';
import { callActivityKind } from './kind';

export const callActivity = defineElement({
  ...callActivityKind,
  schema: callActivitySchema,
  bpmn: callActivityBpmn,
  compiler: { behavior: 'call-activity', compile: compileCallActivity },
  compilerFor: globalTaskCompiler,
  producesAnything: () => true,
  audit: callAudit,
});
