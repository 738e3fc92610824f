import type { DocElement, ProcessDocument } from '@/lib/document';
import { isUnit, type Outline } from './units';

/** Whether two JSON values are equal, whatever the order of their members. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameList(a, b);
  return !Array.isArray(b) && sameMembers(a as Members, b as Members);
}

type Members = Record<string, unknown>;

const sameList = (a: unknown[], b: unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => sameJson(one, b[index]));

/** Written as loops because it runs over every element of both documents. */
function sameMembers(a: Members, b: Members): boolean {
  let count = 0;
  for (const key in a) {
    if (!sameJson(a[key], b[key])) return false;
    count++;
  }
  for (const _key in b) count--;
  return count === 0;
}

interface Side {
  document: ProcessDocument;
  outline: Outline;
}

/** A quick answer for the many elements nobody touched: equal with everything that is theirs. */
export function sameUnit(before: Side, a: DocElement, after: Side, b: DocElement): boolean {
  return (
    a.parent === b.parent &&
    before.outline.lanes.get(a.id) === after.outline.lanes.get(b.id) &&
    sameElement(before.document, a, after.document, b)
  );
}

function sameElement(before: ProcessDocument, a: DocElement, after: ProcessDocument, b: DocElement): boolean {
  if (a !== b && !sameOwn(a, b)) return false;
  const [left, right] = [partsOf(before, a), partsOf(after, b)];
  return (
    left.length === right.length && left.every((part, index) => samePart(before, part, after, right[index]))
  );
}

const sameOwn = (a: DocElement, b: DocElement): boolean =>
  a.type === b.type &&
  sameMembers(a.attrs, b.attrs) &&
  sameMembers(a.refs, b.refs) &&
  sameMembers(a.values, b.values);

const samePart = (
  before: ProcessDocument,
  a: DocElement,
  after: ProcessDocument,
  b: DocElement | undefined,
) => b !== undefined && a.containment === b.containment && sameElement(before, a, after, b);

function partsOf(document: ProcessDocument, element: DocElement): readonly DocElement[] {
  const parts: DocElement[] = [];
  for (const property in element.children) {
    // What these hold counts by itself, and there may be thousands.
    if (property === 'flowElements' || property === 'rootElements') continue;
    for (const id of element.children[property] ?? []) {
      const part = document.elements[id];
      if (part && !isUnit(part) && !part.type.startsWith('bpmndi:')) parts.push(part);
    }
  }
  return parts;
}
