import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { dataObjectKind } from './kind';

export const dataObject = defineElement({
  ...dataObjectKind,
  schema: nothingSchema,
  bpmn: nothing,
});
