import { type ElementId, get, nameOf, type ProcessDocument } from '@/lib/document';

/** What a sentence calls an element: its name, or its kind. */
export function label(document: ProcessDocument, id: ElementId | undefined): string {
  const element = get(document, id);
  const name = nameOf(element).replace(/\s+/g, ' ').trim();
  if (name) return `“${name}”`;
  const kind = (element?.type ?? 'element').replace(/^.*:/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return `the ${kind.toLowerCase()}`;
}
