import { defineKind } from '../define';

export const processKind = defineKind({
  kind: 'process',
  category: 'root',
  label: 'Process',
  description: 'The whole process.',
  bpmnTypes: ['bpmn:Process'],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
});
