import { z } from 'zod';
import { mustGet } from '@/lib/document';
import { defineElement } from '../define';

const schema = z.object({ text: z.string().default('') });

export const annotation = defineElement({
  kind: 'annotation',
  category: 'artifact',
  label: 'Note',
  description: 'A remark on the diagram; it has no effect.',
  bpmnTypes: ['bpmn:TextAnnotation'],
  ports: { incoming: false, outgoing: false },
  size: { width: 100, height: 40 },
  variants: [{ id: 'annotation', label: 'Note', seed: { type: 'bpmn:TextAnnotation' }, primary: true }],
  executable: true,
  schema,
  bpmn: {
    read: (document, id) => ({ text: String(mustGet(document, id).attrs.text ?? '') }),
    write: (view, _document, id) => ({ update: { [id]: { attrs: { text: view.text } } } }),
  },
});
