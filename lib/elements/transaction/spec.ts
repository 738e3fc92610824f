import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const transaction = defineElement({
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
  schema: nothingSchema,
  bpmn: nothing,
  compiler: { behavior: 'transaction', compile: () => ({}) },
});
