import { defineKind } from '../define';

export const unsupportedKind = defineKind({
  kind: 'unsupported',
  category: 'activity',
  label: 'Not executable',
  description: 'Part of BPMN that is drawn and kept, but is no part of a process that runs.',
  // every flow node that no other kind claims
  bpmnTypes: [],
  ports: { incoming: true, outgoing: true },
  size: { width: 100, height: 80 },
  variants: [],
  executable: false,
});
