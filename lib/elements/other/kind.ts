import { defineKind } from '../define';

export const otherKind = defineKind({
  kind: 'other',
  category: 'root',
  label: 'Definition',
  description: 'Part of the file that is kept and has no symbol of its own.',
  bpmnTypes: [],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
});
