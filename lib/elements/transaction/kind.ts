import { defineKind } from '../define';

export const transactionKind = defineKind({
  kind: 'transaction',
  category: 'container',
  label: 'Transaction',
  description: 'A sub-process that can be cancelled: what was done in it is then undone.',
  bpmnTypes: ['bpmn:Transaction'],
  ports: { incoming: true, outgoing: true },
  size: { width: 350, height: 200 },
  variants: [{ id: 'transaction', label: 'Transaction', seed: { type: 'bpmn:Transaction' } }],
  morphGroup: 'activity',
  executable: true,
});
