import type { DocElement, ElementId } from '../types';
import { conflictOf } from './entry';
import type { MergeConflict, Sides } from './types';

type Table = Record<ElementId, DocElement>;

/** References without which an element has no meaning: what they point at is needed. */
const NEEDS = ['sourceRef', 'targetRef', 'attachedToRef', 'dataObjectRef', 'processRef'];

/**
 * Brings back what one side deleted and the other side needs: a container it put something into, a step it connected.
 * Each is reported; nothing that anybody drew is lost.
 */
export function restoreNeeded(table: Table, sides: Sides, report: (conflict: MergeConflict) => void): void {
  const pending = Object.values(table);
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (element.type.startsWith('bpmndi:')) continue;
    for (const id of needed(element)) {
      if (table[id] || isKnown(sides, element, id)) continue;
      const from = sides.theirs.elements[id] ? 'theirs' : 'mine';
      if (!sides[from].elements[id]) continue;
      const types = [sides.base, sides.mine, sides.theirs].map((side) => side.elements[id]?.type);
      report(conflictOf(id, '', types as [unknown, unknown, unknown], from));
      pending.push(...restore(table, sides, id, from));
    }
  }
}

function needed({ parent, refs }: DocElement): ElementId[] {
  const ids = NEEDS.flatMap((property) => refs[property] ?? []);
  return parent === null ? ids : [parent, ...ids];
}

/** Whether a side has the element with the same reference and without its target: it meant it so. */
function isKnown(sides: Sides, element: DocElement, target: ElementId): boolean {
  return [sides.mine, sides.theirs].some((side) => {
    const own = side.elements[element.id];
    return own !== undefined && needed(own).includes(target) && !side.elements[target];
  });
}

/** An entry with what it contains and what draws it, from the side that still has it. */
export function restore(table: Table, sides: Sides, id: ElementId, from: 'mine' | 'theirs'): DocElement[] {
  const { elements } = sides[from];
  const added: DocElement[] = [];
  const pending = [id];
  delete table[id];
  for (let at = pending.pop(); at; at = pending.pop()) {
    const element = elements[at];
    if (!element || table[at]) continue;
    table[at] = element;
    added.push(element);
    const own = ['eventDefinitions', 'loopCharacteristics', 'ioSpecification', 'label', 'plane', 'laneSets'];
    for (const property of own) pending.push(...(element.children[property] ?? []));
  }
  const ids = new Set(added.map((element) => element.id));
  for (const di of Object.values(elements))
    if (di.type.startsWith('bpmndi:') && ids.has(String(di.refs.bpmnElement)) && !table[di.id]) {
      table[di.id] = di;
      for (const label of di.children.label ?? []) if (elements[label]) table[label] = elements[label];
      const diagram = di.type === 'bpmndi:BPMNPlane' ? elements[di.parent ?? ''] : undefined;
      if (diagram && !table[diagram.id]) table[diagram.id] = diagram;
    }
  return added;
}

/** Takes out what draws something that is gone, and references to it in lists, where a deletion of one side left them. */
export function dropDangling(table: Table, sides: Sides): void {
  const wasThere = (id: ElementId) =>
    [sides.base, sides.mine, sides.theirs].some((side) => side.elements[id]);
  for (const element of Object.values(table)) {
    if (!table[element.id]) continue;
    const draws = element.type.startsWith('bpmndi:') ? String(element.refs.bpmnElement ?? '') : '';
    const orphan = element.parent !== null && !table[element.parent];
    if (orphan || (draws && !table[draws] && wasThere(draws) && !isDangling(sides, element, draws)))
      removeTree(table, element.id);
  }
  for (const element of Object.values(table)) {
    const refs: DocElement['refs'] = {};
    let changed = false;
    for (const [property, value] of Object.entries(element.refs)) {
      const gone = (id: ElementId) => !table[id] && wasThere(id) && !isDangling(sides, element, id);
      const list = (Array.isArray(value) ? value : [value]).filter((id) => !gone(id));
      changed ||= list.length < (Array.isArray(value) ? value.length : 1);
      if (list.length > 0) refs[property] = Array.isArray(value) ? list : (list[0] as ElementId);
    }
    if (changed) table[element.id] = { ...element, refs };
  }
}

/** Whether a side itself has this reference without its target. */
const isDangling = (sides: Sides, { id }: DocElement, target: ElementId): boolean =>
  [sides.mine, sides.theirs].some((side) => {
    const own = side.elements[id];
    return own !== undefined && !side.elements[target] && Object.values(own.refs).flat().includes(target);
  });

function removeTree(table: Table, id: ElementId): void {
  const pending = [id];
  for (let at = pending.pop(); at; at = pending.pop()) {
    pending.push(...Object.values(table[at]?.children ?? {}).flat());
    delete table[at];
  }
}

/** Lists that follow from flows agree with them, and a node is in one lane, mine where both moved it. */
export function settleLists(
  table: Table,
  { mine, theirs }: Sides,
  report: (conflict: MergeConflict) => void,
): void {
  for (const element of Object.values(table)) {
    // What a side wrote itself stays as it is, also where a file came with other lists.
    if ([mine, theirs].some((side) => side.elements[element.id]?.refs === element.refs)) continue;
    const refs = { ...element.refs };
    for (const [property, end] of [
      ['incoming', 'targetRef'],
      ['outgoing', 'sourceRef'],
    ] as const) {
      const list = [refs[property] ?? []].flat().filter((id) => table[id]?.refs[end] === element.id);
      if (list.length > 0) refs[property] = list;
      else delete refs[property];
    }
    table[element.id] = { ...element, refs };
  }
  oneLaneEach(table, { mine, theirs }, report);
}

function oneLaneEach(
  table: Table,
  { mine }: Omit<Sides, 'base'>,
  report: (conflict: MergeConflict) => void,
): void {
  const homes = new Map<ElementId, ElementId[]>();
  for (const lane of Object.values(table)) {
    if (lane.type !== 'bpmn:Lane' || lane.children.childLaneSet) continue;
    for (const id of [lane.refs.flowNodeRef ?? []].flat()) homes.set(id, [...(homes.get(id) ?? []), lane.id]);
  }
  for (const [node, lanes] of homes) {
    const own = lanes.filter((lane) => [mine.elements[lane]?.refs.flowNodeRef ?? []].flat().includes(node));
    if (lanes.length < 2 || own.length !== 1) continue;
    const others = lanes.filter((lane) => lane !== own[0]);
    report(conflictOf(node, 'lane', [undefined, own[0], others[0]]));
    for (const id of others) {
      const lane = table[id] as DocElement;
      const list = [lane.refs.flowNodeRef ?? []].flat().filter((other) => other !== node);
      const { flowNodeRef: _old, ...refs } = lane.refs;
      table[id] = { ...lane, refs: list.length > 0 ? { ...refs, flowNodeRef: list } : refs };
    }
  }
}
