import { nothing, nothingSchema } from '../common/nothing';
import { defineElement } from '../define';

export const association = defineElement({
  kind: 'association',
  category: 'connection',
  label: 'Association',
  description: 'Connects a note or data with an element.',
  bpmnTypes: ['bpmn:Association', 'bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
  schema: nothingSchema,
  bpmn: nothing,
});
