import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { messageFlowKind } from './kind';

export const messageFlow = defineElement({
  ...messageFlowKind,
  schema: nothingSchema,
  bpmn: nothing,
});
