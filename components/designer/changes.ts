import { type DocElement, nameOf, type ProcessDocument, refList } from '@/lib/document';
import { isConnection, isNode } from '@/lib/editing';

/** What differs between two documents, apart from where it is drawn. */
export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
}

/** Compares two documents by element id; drawing and bookkeeping don't count. */
export function changesBetween(before: ProcessDocument, after: ProcessDocument): Changes {
  const [old, now] = [shown(before), shown(after)];
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([, each]) => each.title),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, each]) => each.title),
    changed: [...now].filter(([id, each]) => differs(old.get(id), each)).map(([, each]) => each.title),
  };
}

interface Shown {
  title: string;
  content: string;
  /** Flows out of a gateway in the order they are tried. */
  order: readonly string[];
}

/** New and removed flows count by themselves; for the order only those matter that are in both. */
function differs(before: Shown | undefined, after: Shown): boolean {
  if (!before) return false;
  const order = (list: readonly string[], other: readonly string[]) =>
    list.filter((id) => other.includes(id)).join(' ');
  return (
    before.content !== after.content || order(before.order, after.order) !== order(after.order, before.order)
  );
}

function shown(document: ProcessDocument): Map<string, Shown> {
  const list = Object.values(document.elements).filter(
    (element) => element.type === 'bpmn:Process' || isConnection(element) || isNode(element),
  );
  return new Map(
    list.map((element) => [
      element.id,
      {
        title: titleOf(element),
        content: contentOf(document, element),
        order: element.type.endsWith('Gateway') ? refList(element, 'outgoing') : [],
      },
    ]),
  );
}

const titleOf = (element: DocElement): string => nameOf(element) || element.id;

/** An element with what it contains that isn't an element of the drawing itself, such as its timer. */
function contentOf(document: ProcessDocument, element: DocElement): string {
  const { incoming: _in, outgoing: _out, flowNodeRef: _lane, ...refs } = element.refs;
  const inner = Object.values(element.children)
    .flat()
    .flatMap((id) => document.elements[id] ?? [])
    .filter((child) => !isNode(child) && !isConnection(child))
    .map((child) => contentOf(document, child));
  return JSON.stringify([element.type, element.attrs, refs, element.values, inner]);
}
