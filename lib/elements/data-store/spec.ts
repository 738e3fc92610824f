import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { dataStoreKind } from './kind';

export const dataStore = defineElement({
  ...dataStoreKind,
  schema: nothingSchema,
  bpmn: nothing,
});
