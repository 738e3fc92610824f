import { defineKind } from '../define';

export const exclusiveGatewayKind = defineKind({
  kind: 'exclusive-gateway',
  category: 'gateway',
  label: 'Decision',
  description: 'Takes the first path whose condition is true, else the default path.',
  bpmnTypes: ['bpmn:ExclusiveGateway'],
  ports: { incoming: true, outgoing: true },
  size: { width: 50, height: 50 },
  variants: [
    { id: 'exclusive-gateway', label: 'Decision', seed: { type: 'bpmn:ExclusiveGateway' }, primary: true },
  ],
  morphGroup: 'gateway',
  executable: true,
});
