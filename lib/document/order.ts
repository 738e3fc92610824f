import type { DocElement, ElementId, ProcessDocument } from './types';

/** All entries in document order: an entry comes before what it contains. */
export function* walk(document: ProcessDocument): Generator<DocElement> {
  const pending = [document.root];
  while (pending.length > 0) {
    const element = document.elements[pending.pop() ?? ''];
    if (!element) continue;
    yield element;
    const inner = Object.values(element.children).flat();
    for (let i = inner.length - 1; i >= 0; i--) pending.push(inner[i] ?? '');
  }
}

/** Whether one entry comes before another in document order; both are in the document. */
export function comesBefore(document: ProcessDocument, a: ElementId, b: ElementId): boolean {
  if (a === b) return false;
  const [up, down] = [pathTo(document, a), pathTo(document, b)];
  let depth = 0;
  while (up[depth] !== undefined && up[depth] === down[depth]) depth += 1;
  const [x, y] = [up[depth], down[depth]];
  if (x === undefined || y === undefined) return x === undefined;
  const siblings = document.elements[up[depth - 1] ?? '']?.children ?? {};
  const [inX, inY] = [document.elements[x]?.containment ?? '', document.elements[y]?.containment ?? ''];
  if (inX === inY) return (siblings[inX] ?? []).indexOf(x) < (siblings[inX] ?? []).indexOf(y);
  const properties = Object.keys(siblings);
  return properties.indexOf(inX) < properties.indexOf(inY);
}

function pathTo(document: ProcessDocument, id: ElementId): ElementId[] {
  const path: ElementId[] = [];
  for (let at: ElementId | null | undefined = id; at; at = document.elements[at]?.parent) path.push(at);
  return path.reverse();
}
