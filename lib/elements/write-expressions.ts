import type { InlineValue, ProcessDocument } from '@/engine/compile/document';
import { expressionText, mustGet } from '@/lib/document';
import type { DocumentPatch } from './patch';

/** The change that gives an element its expression-valued properties; those that stay the same are left alone. */
export function writeExpressions(
  document: ProcessDocument,
  id: string,
  texts: Record<string, string>,
): DocumentPatch {
  const element = mustGet(document, id);
  const values: Record<string, InlineValue | null> = {};
  for (const [property, text] of Object.entries(texts)) {
    const body = text.trim();
    if ((expressionText(element, property) ?? '').trim() === body) continue;
    values[property] = body === '' ? null : { $type: 'bpmn:FormalExpression', body };
  }
  return Object.keys(values).length > 0 ? { update: { [id]: { values } } } : {};
}
