import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { otherKind } from './kind';

/** Everything a diagram of a process never shows as an element of its own. */
export const other = defineElement({
  ...otherKind,
  schema: nothingSchema,
  bpmn: nothing,
});
