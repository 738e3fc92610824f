import { defineKind } from '../define';

export const parallelGatewayKind = defineKind({
  kind: 'parallel-gateway',
  category: 'gateway',
  label: 'Parallel',
  description: 'Starts all paths at once, or waits until all have arrived.',
  bpmnTypes: ['bpmn:ParallelGateway'],
  ports: { incoming: true, outgoing: true },
  size: { width: 50, height: 50 },
  variants: [
    { id: 'parallel-gateway', label: 'Parallel', seed: { type: 'bpmn:ParallelGateway' }, primary: true },
  ],
  morphGroup: 'gateway',
  executable: true,
});
