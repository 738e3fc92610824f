import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { associationKind } from './kind';

export const association = defineElement({
  ...associationKind,
  schema: nothingSchema,
  bpmn: nothing,
});
