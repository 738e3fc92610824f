import { defineKind } from '../define';

export const groupKind = defineKind({
  kind: 'group',
  category: 'artifact',
  label: 'Group',
  description: 'A frame that shows what belongs together; it has no effect.',
  bpmnTypes: ['bpmn:Group'],
  ports: { incoming: false, outgoing: false },
  size: { width: 300, height: 300 },
  variants: [{ id: 'group', label: 'Group', seed: { type: 'bpmn:Group' }, primary: true }],
  executable: true,
});
