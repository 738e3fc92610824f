import { type DocElement, nameOf, type ProcessDocument } from '@/lib/document';
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
    changed: [...now]
      .filter(([id, each]) => old.has(id) && old.get(id)?.content !== each.content)
      .map(([, each]) => each.title),
  };
}

function shown(document: ProcessDocument): Map<string, { title: string; content: string }> {
  const list = Object.values(document.elements).filter(
    (element) => element.type === 'bpmn:Process' || isConnection(element) || isNode(element),
  );
  return new Map(
    list.map((element) => [element.id, { title: titleOf(element), content: contentOf(document, element) }]),
  );
}

const titleOf = (element: DocElement): string => nameOf(element) || element.id;

/** An element with what it contains that isn't an element of the drawing itself, such as its timer. */
function contentOf(document: ProcessDocument, element: DocElement): string {
  const { incoming: _in, outgoing, flowNodeRef: _lane, ...refs } = element.refs;
  const order = element.type.endsWith('Gateway') ? outgoing : undefined;
  const inner = Object.values(element.children)
    .flat()
    .flatMap((id) => document.elements[id] ?? [])
    .filter((child) => !isNode(child) && !isConnection(child))
    .map((child) => contentOf(document, child));
  return JSON.stringify([element.type, element.attrs, refs, order, element.values, inner]);
}
