import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { exclusiveGatewayKind } from './kind';

export const exclusiveGateway = defineElement({
  ...exclusiveGatewayKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'exclusive-gateway', compile: () => ({}) },
});
