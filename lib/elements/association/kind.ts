import { defineKind } from '../define';

export const associationKind = defineKind({
  kind: 'association',
  category: 'connection',
  label: 'Association',
  description: 'Connects a note or data with an element.',
  bpmnTypes: ['bpmn:Association', 'bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'],
  ports: { incoming: false, outgoing: false },
  size: { width: 0, height: 0 },
  variants: [],
  executable: true,
});
