import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { taskKind } from './kind';

export const task = defineElement({
  ...taskKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'task', compile: () => ({}) },
});
