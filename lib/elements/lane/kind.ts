import { defineKind } from '../define';

export const laneKind = defineKind({
  kind: 'lane',
  category: 'container',
  label: 'Lane',
  description:
    'Shows who is responsible for the steps inside; user tasks without an assignment are offered to its group.',
  bpmnTypes: ['bpmn:Lane'],
  ports: { incoming: false, outgoing: false },
  size: { width: 400, height: 100 },
  variants: [],
  executable: true,
});
