import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { groupKind } from './kind';

export const group = defineElement({
  ...groupKind,
  schema: nothingSchema,
  bpmn: nothing,
});
