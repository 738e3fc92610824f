import type { DocElement, ElementId, ProcessDocument } from '@/lib/document';

const DRAWN = new Set(['flowElements', 'artifacts', 'lanes', 'participants', 'messageFlows', 'rootElements']);
const DATA = new Set(['dataInputAssociations', 'dataOutputAssociations']);

/**
 * Gives real ids to elements that have none but are to be drawn: a diagram names what it draws by id. Ids
 * follow the document's order, so the same file always gets the same ones.
 */
export function withDrawableIds(document: ProcessDocument): ProcessDocument {
  const taken = new Set(Object.keys(document.elements));
  const renamed = new Map<ElementId, ElementId>();
  for (const element of Object.values(document.elements)) {
    if (!element.implicitId || element.attrs.$id !== undefined) continue;
    if (!DRAWN.has(element.containment) && !DATA.has(element.containment)) continue;
    const base = element.type.slice(element.type.indexOf(':') + 1);
    let n = 1;
    while (taken.has(`${base}_${n}`)) n++;
    taken.add(`${base}_${n}`);
    renamed.set(element.id, `${base}_${n}`);
  }
  return renamed.size === 0 ? document : rename(document, renamed);
}

function rename(document: ProcessDocument, renamed: ReadonlyMap<ElementId, ElementId>): ProcessDocument {
  const now = (id: ElementId): ElementId => {
    const exact = renamed.get(id);
    if (exact !== undefined) return exact;
    // Implicit ids of contained entries begin with their owner's id.
    const cut = id.lastIndexOf('~');
    return cut > 0 ? now(id.slice(0, cut)) + id.slice(cut) : id;
  };
  const elements = Object.values(document.elements).map((element): [ElementId, DocElement] => {
    const id = now(element.id);
    const { implicitId, ...rest } = element;
    const children = Object.entries(element.children).map(([property, ids]) => [property, ids.map(now)]);
    const keepsNone = implicitId && !renamed.has(element.id);
    return [
      id,
      {
        ...rest,
        id,
        ...(keepsNone && { implicitId }),
        parent: element.parent === null ? null : now(element.parent),
        children: Object.fromEntries(children),
      },
    ];
  });
  return { ...document, elements: Object.fromEntries(elements) };
}
