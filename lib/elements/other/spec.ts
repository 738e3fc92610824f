import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

/** Everything a diagram of a process never shows as an element of its own. */
export const other = defineElement({
  kind: 'other',
  category: 'root',
  label: 'Definition',
  description: 'Part of the file that is kept and has no symbol of its own.',
  bpmnTypes: [],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
  schema: nothingSchema,
  bpmn: nothing,
});
