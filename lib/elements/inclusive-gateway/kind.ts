import { defineKind } from '../define';

export const inclusiveGatewayKind = defineKind({
  kind: 'inclusive-gateway',
  category: 'gateway',
  label: 'Inclusive',
  description: 'Takes every path whose condition is true, or waits for all that can still arrive.',
  bpmnTypes: ['bpmn:InclusiveGateway'],
  ports: { incoming: true, outgoing: true },
  size: { width: 50, height: 50 },
  variants: [
    { id: 'inclusive-gateway', label: 'Inclusive gateway', seed: { type: 'bpmn:InclusiveGateway' } },
  ],
  morphGroup: 'gateway',
  executable: true,
});
