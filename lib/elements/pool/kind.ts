import { defineKind } from '../define';

export const poolKind = defineKind({
  kind: 'pool',
  category: 'container',
  label: 'Pool',
  description: 'One participant with its process; several pools show who works with whom.',
  bpmnTypes: ['bpmn:Participant'],
  ports: { incoming: false, outgoing: false },
  size: { width: 600, height: 250 },
  variants: [
    { id: 'pool', label: 'Pool', seed: { type: 'bpmn:Participant' }, primary: true },
    { id: 'pool.black-box', label: 'Pool without its process (partner)', seed: { type: 'bpmn:Participant' } },
  ],
  executable: true,
});
