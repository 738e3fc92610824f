import { z } from 'zod';
import { mustGet } from '@/lib/document';
import { defineElement } from '../define';
import { annotationKind } from './kind';

const schema = z.object({ text: z.string().default('') });

export const annotation = defineElement({
  ...annotationKind,
  schema,
  bpmn: {
    read: (document, id) => ({ text: String(mustGet(document, id).attrs.text ?? '') }),
    write: (view, _document, id) => ({ update: { [id]: { attrs: { text: view.text } } } }),
  },
});
