import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { laneKind } from './kind';

export const lane = defineElement({
  ...laneKind,
  schema: nothingSchema,
  bpmn: nothing,
});
