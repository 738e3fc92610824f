import type { DocElement, ElementId } from '../types';
import { same } from './entry';
import type { Sides } from './types';

type Table = Record<ElementId, DocElement>;

/**
 * Writes what each entry contains from where the entries say they are: in the order of the side that changed it; where
 * both did, in mine with theirs' new entries behind the sibling they follow there.
 */
export function writeChildren(table: Table, sides: Sides): void {
  const members = new Map<string, ElementId[]>();
  for (const { id, parent, containment } of Object.values(table)) {
    if (parent === null) continue;
    const key = `${parent}\n${containment}`;
    members.set(key, [...(members.get(key) ?? []), id]);
  }
  const lists = new Map<ElementId, Record<string, ElementId[]>>();
  for (const [key, ids] of members) {
    const [parent, containment] = key.split('\n') as [string, string];
    lists.set(parent, {
      ...lists.get(parent),
      [containment]: ordered(parent, containment, new Set(ids), sides),
    });
  }
  for (const [id, element] of Object.entries(table)) {
    const children = inOrderOf(lists.get(id) ?? {}, id, sides);
    if (!same(children, element.children)) table[id] = { ...element, children };
  }
}

/** The properties in the order in which a side has them: it is the order of the document. */
function inOrderOf(lists: Record<string, ElementId[]>, id: ElementId, { base, mine, theirs }: Sides) {
  const [b, m, t] = [base, mine, theirs].map((side) => Object.keys(side.elements[id]?.children ?? {}));
  const first = same(b, m) ? [...(t ?? []), ...(m ?? [])] : [...(m ?? []), ...(t ?? [])];
  const names = new Set([...first, ...Object.keys(lists)]);
  return Object.fromEntries([...names].flatMap((name) => (lists[name] ? [[name, lists[name]]] : [])));
}

function ordered(
  parent: ElementId,
  containment: string,
  here: ReadonlySet<ElementId>,
  sides: Sides,
): ElementId[] {
  const list = (side: keyof Sides) => sides[side].elements[parent]?.children[containment] ?? [];
  const [base, mine, theirs] = [list('base'), list('mine'), list('theirs')];
  const [first, second] = same(base, mine) ? [theirs, mine] : [mine, theirs];
  const order = first.filter((id) => here.has(id));
  const placed = new Set(order);
  for (const [i, id] of second.entries()) {
    if (placed.has(id) || !here.has(id)) continue;
    const before = second.slice(0, i).findLast((other) => placed.has(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    placed.add(id);
  }
  return [...order, ...[...here].filter((id) => !placed.has(id))];
}
