import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { eventSubProcessKind } from './kind';

export const eventSubProcess = defineElement({
  ...eventSubProcessKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'event-sub-process', compile: () => ({}) },
});
