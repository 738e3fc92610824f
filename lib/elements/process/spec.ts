import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { processKind } from './kind';

export const process = defineElement({
  ...processKind,
  schema: nothingSchema,
  bpmn: nothing,
});
