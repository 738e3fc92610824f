import { defineKind } from '../define';

export const sequenceFlowKind = defineKind({
  kind: 'sequence-flow',
  category: 'connection',
  label: 'Path',
  description: 'Leads from one step to the next, always or on a condition.',
  bpmnTypes: ['bpmn:SequenceFlow'],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
});
