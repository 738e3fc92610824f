import type { DocElement, ProcessDocument } from './document';

const cache = new WeakMap<ProcessDocument, ReadonlyMap<string, readonly DocElement[]>>();

/**
 * The entries of some metamodel types, such as `bpmn:Lane`. A document is gone through once for all who ask, and what was
 * found kept as long as that document object lives.
 */
export function ofType(document: ProcessDocument, ...types: string[]): readonly DocElement[] {
  const known = cache.get(document) ?? read(document);
  const [only = ''] = types;
  return types.length === 1 ? (known.get(only) ?? []) : types.flatMap((type) => known.get(type) ?? []);
}

function read(document: ProcessDocument): ReadonlyMap<string, readonly DocElement[]> {
  const found = new Map<string, DocElement[]>();
  for (const id in document.elements) {
    const element = document.elements[id] as DocElement;
    const list = found.get(element.type);
    if (list) list.push(element);
    else found.set(element.type, [element]);
  }
  cache.set(document, found);
  return found;
}
