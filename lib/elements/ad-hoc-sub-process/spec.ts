import { defineElement } from '../define';
import { adHocBpmn, adHocSchema } from './bpmn';
import { compileAdHoc } from './compile';
import { adHocSubProcessKind } from './kind';

export const adHocSubProcess = defineElement({
  ...adHocSubProcessKind,
  schema: adHocSchema,
  bpmn: adHocBpmn,
  compiler: { behavior: 'ad-hoc-sub-process', compile: compileAdHoc },
});
