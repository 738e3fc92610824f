import {
  attachedTo,
  boundsOf,
  type DocElement,
  type ElementId,
  get,
  type ProcessDocument,
  planeOf,
  ref,
  referrersOf,
  refList,
  resolve,
  shapeOf,
} from '@/lib/document';
import { endsOf } from '../di';
import { subtree } from '../edit';
import { union } from '../geometry';
import { connectionsOf } from '../place';
import { isNode, isSubProcess } from '../traits';
import type { Clip } from './clip';
import { withDependents } from './move';

/**
 * Copies elements with what they contain, their boundary events and the lines between them; null when nothing can be
 * copied. Pools bring their process and lanes; a lane alone isn't copied, nor a boundary event without its step.
 */
export function copy(document: ProcessDocument, ids: readonly ElementId[]): Clip | null {
  const all = [...new Set(ids)].filter((id) => copyable(get(document, id)) && boundsOf(document, id));
  const plane = shapeOf(document, all[0] ?? '')?.parent;
  if (!plane) return null;
  const chosen = all.filter((id) => shapeOf(document, id, plane));
  const hosts = withDependents(document, chosen);
  const roots = chosen.filter((id) => {
    const host = attachedTo(document, id);
    return !host || hosts.has(host.id);
  });
  const bounds = union(roots.flatMap((id) => boundsOf(document, id) ?? []));
  if (!bounds) return null;
  const { inside, tops } = gather(document, roots);
  const entries = outermostFirst(document, inside);
  const drawing = drawingOf(document, inside, plane);
  return {
    clip: 1,
    roots: tops,
    entries: [...entries, ...drawing],
    shared: sharedBy(document, entries),
    bounds,
  };
}

const copyable = (element: DocElement | undefined): boolean =>
  isNode(element) && element.type !== 'bpmn:Lane';

function gather(document: ProcessDocument, roots: readonly ElementId[]) {
  const nodes = withDependents(document, roots);
  const inside = new Set<ElementId>();
  const include = (id: ElementId) => {
    for (const one of subtree(document, id)) inside.add(one);
  };
  const pools = roots.filter((id) => get(document, id)?.type === 'bpmn:Participant');
  const poolProcesses = pools.flatMap(
    (pool) => resolve(document, get(document, pool), 'processRef')?.id ?? [],
  );
  for (const id of [...roots, ...poolProcesses, ...nodes]) if (!isLanePart(document, id)) include(id);
  for (const line of connectionsOf(document, inside)) {
    const { source, target } = endsOf(document, line.id);
    const both = source && target && inside.has(source) && inside.has(target);
    // A message goes between pools: without them there is nothing for it to go between.
    if (both && (line.type !== 'bpmn:MessageFlow' || pools.length > 1)) include(line.id);
  }
  for (const id of [...inside]) {
    const element = get(document, id);
    if (element?.type === 'bpmn:DataObjectReference')
      for (const behind of refList(element, 'dataObjectRef')) if (get(document, behind)) include(behind);
  }
  const tops = [...inside].filter((id) => !inside.has(get(document, id)?.parent ?? ''));
  return { inside, tops };
}

/** Lanes come along inside the process of their pool only. */
const isLanePart = (document: ProcessDocument, id: ElementId): boolean =>
  get(document, id)?.type === 'bpmn:Lane';

/** Shapes, edges and labels on the plane that is copied from, and whole planes of closed sub-processes. */
function drawingOf(
  document: ProcessDocument,
  inside: ReadonlySet<ElementId>,
  plane: ElementId,
): DocElement[] {
  const planes = new Set([plane]);
  const drawn: ElementId[] = [];
  for (const id of inside) {
    const own = isSubProcess(get(document, id)?.type ?? '') ? planeOf(document, id) : undefined;
    if (!own || own.id === plane || get(document, own.parent)?.type !== 'bpmndi:BPMNDiagram') continue;
    planes.add(own.id);
    drawn.push(own.parent ?? '', own.id);
  }
  for (const id of inside)
    for (const di of referrersOf(document, id))
      if (planes.has(di.parent ?? '') && ref(di, 'bpmnElement') === id)
        drawn.push(...subtree(document, di.id));
  return drawn.flatMap((id) => get(document, id) ?? []);
}

/** Entries in an order in which each can be added to its parent. */
function outermostFirst(document: ProcessDocument, ids: ReadonlySet<ElementId>): DocElement[] {
  const depth = (element: DocElement): number => {
    const parent = get(document, element.parent);
    return parent ? depth(parent) + 1 : 0;
  };
  const entries = [...ids].flatMap((id) => get(document, id) ?? []);
  return entries
    .map((entry) => ({ entry, at: depth(entry) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** Root elements (messages, errors, …) that entries refer to, and those that these refer to in turn. */
function sharedBy(document: ProcessDocument, entries: readonly DocElement[]): DocElement[] {
  const found = new Set<ElementId>();
  const own = new Set(entries.map((entry) => entry.id));
  const pending = [...entries];
  for (const entry of pending)
    for (const value of Object.values(entry.refs))
      for (const id of Array.isArray(value) ? value : [value]) {
        const target = rootAround(document, id);
        if (!target || found.has(target.id) || own.has(target.id) || target.type === 'bpmn:Process') continue;
        for (const inner of subtree(document, target.id)) found.add(inner);
        pending.push(...subtree(document, target.id).flatMap((inner) => get(document, inner) ?? []));
      }
  return outermostFirst(document, found);
}

/** The root element an entry is or lies in; undefined for what belongs to a process or a drawing. */
function rootAround(document: ProcessDocument, id: ElementId): DocElement | undefined {
  let at = get(document, id);
  while (at && at.parent !== document.root) at = get(document, at.parent);
  const shared = at?.containment === 'rootElements' && !/^bpmn:(Process|Collaboration)$/.test(at.type);
  return shared ? at : undefined;
}
