import { defineElement } from '../define';
import { processBpmn, processSchema } from './bpmn';
import { processKind } from './kind';

export const process = defineElement({
  ...processKind,
  schema: processSchema,
  bpmn: processBpmn,
});
