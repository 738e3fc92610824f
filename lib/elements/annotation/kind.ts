import { defineKind } from '../define';

export const annotationKind = defineKind({
  kind: 'annotation',
  category: 'artifact',
  label: 'Note',
  description: 'A remark on the diagram; it has no effect.',
  bpmnTypes: ['bpmn:TextAnnotation'],
  ports: { incoming: false, outgoing: false },
  size: { width: 100, height: 40 },
  variants: [{ id: 'annotation', label: 'Note', seed: { type: 'bpmn:TextAnnotation' }, primary: true }],
  executable: true,
});
