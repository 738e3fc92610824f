import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';
import { inclusiveGatewayKind } from './kind';

export const inclusiveGateway = defineElement({
  ...inclusiveGatewayKind,
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'inclusive-gateway', compile: () => ({}) },
});
