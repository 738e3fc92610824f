import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const lane = defineElement({
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
  schema: nothingSchema,
  bpmn: nothing,
});
