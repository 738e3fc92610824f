import { type DocElement, type ElementId, newId, type ProcessDocument } from '@/lib/document';

/**
 * A template's document as a process of its own: with the person's name and a new key, so that two processes from
 * one template are told apart.
 */
export function named(document: ProcessDocument, name: string): ProcessDocument {
  const process = Object.values(document.elements).find(({ type }) => type === 'bpmn:Process');
  if (!process) throw new Error('A template holds a process.');
  const id = newId('Process', document);
  const swap = (one: ElementId | null): ElementId | null => (one === process.id ? id : one);
  const entries = Object.values(document.elements).map((element): [ElementId, DocElement] => {
    const moved = {
      ...element,
      id: swap(element.id) as ElementId,
      parent: swap(element.parent),
      refs: mapped(element.refs, swap),
      children: mapped(element.children, swap),
    };
    return [moved.id, element === process ? { ...moved, attrs: { ...moved.attrs, name } } : moved];
  });
  return { ...document, elements: Object.fromEntries(entries) };
}

function mapped<Value extends Readonly<Record<string, unknown>>>(
  record: Value,
  swap: (id: ElementId) => ElementId | null,
): Value {
  const each = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(each) : typeof value === 'string' ? swap(value) : value;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, each(value)])) as Value;
}
