import { layoutDocument } from '@/lib/bpmn/layout';
import { drawMissing } from '@/lib/bpmn/layout/missing';
import type { ImportFailure } from '@/lib/bpmn/problems';
import { hasDiagram } from '@/lib/document';
import { readText, type TextSuccess } from './read/document';

/** The text form of models: YAML that people write and that loses nothing. Pure; runs in a browser. */
export { readText, type TextSuccess } from './read/document';
export { documentToText } from './write/document';

/** Reads a text and draws what it doesn't: everything when it has no diagram, else only what is new. */
export async function readDrawnText(text: string): Promise<TextSuccess | ImportFailure> {
  const result = readText(text);
  if (!result.ok) return result;
  const document = hasDiagram(result.document)
    ? drawMissing(result.document, result.missing)
    : await layoutDocument(result.document);
  return { ...result, document, missing: [] };
}
