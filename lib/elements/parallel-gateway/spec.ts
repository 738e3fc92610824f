import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { parallelGatewayKind } from './kind';

export const parallelGateway = defineElement({
  ...parallelGatewayKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'parallel-gateway', compile: () => ({}) },
});
