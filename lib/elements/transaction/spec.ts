import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { transactionKind } from './kind';

export const transaction = defineElement({
  ...transactionKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'transaction', compile: () => ({}) },
});
