import { defineKind } from '../define';

export const messageFlowKind = defineKind({
  kind: 'message-flow',
  category: 'connection',
  label: 'Message flow',
  description: 'Shows a message between two pools.',
  bpmnTypes: ['bpmn:MessageFlow'],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
});
