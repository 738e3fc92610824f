import { defineKind } from '../define';

export const complexGatewayKind = defineKind({
  kind: 'complex-gateway',
  category: 'gateway',
  label: 'Complex',
  description: 'Goes on as soon as its own condition on what has arrived is true.',
  bpmnTypes: ['bpmn:ComplexGateway'],
  ports: { incoming: true, outgoing: true },
  size: { width: 50, height: 50 },
  variants: [{ id: 'complex-gateway', label: 'Complex gateway', seed: { type: 'bpmn:ComplexGateway' } }],
  morphGroup: 'gateway',
  executable: true,
});
