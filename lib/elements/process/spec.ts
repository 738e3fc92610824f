import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const process = defineElement({
  kind: 'process',
  category: 'root',
  label: 'Process',
  description: 'The whole process.',
  bpmnTypes: ['bpmn:Process'],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
  schema: nothingSchema,
  bpmn: nothing,
});
