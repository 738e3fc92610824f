import {
  boundaryEvents,
  childrenOf,
  type DocElement,
  type ElementId,
  elementsOfType,
  get,
  incoming,
  newElement,
  newId,
  outgoing,
  type ProcessDocument,
  ref,
  referrersOf,
  refList,
  resolve,
} from '@/lib/document';
import { isConnection, routeOf, setWaypointsOf } from '../di';
import { Edit, subtree } from '../edit';
import { processOfLane, reassignLanes } from '../lanes';
import { connectionsOf } from '../place';
import { connectionBetween, label } from '../rules';
import { isNode } from '../traits';
import { type EditResult, isRefused, refuse } from '../types';
import { setEnd } from './connect';
import { unusedData } from './data-association';
import { closeGaps } from './lane-borders';

/**
 * Deletes elements with everything that depends on them: what they contain, their boundary events, their flows,
 * their shapes, and references to any of these. A step with one way in and one way out leaves a flow behind.
 */
export function remove(document: ProcessDocument, ids: readonly ElementId[]): EditResult {
  const known = ids.flatMap((id) => get(document, id) ?? []);
  if (known.some((element) => !isNode(element) && !isConnection(element)))
    return refuse('Only what is drawn can be deleted');
  const wanted = [...new Set(known.map(({ id }) => id))];
  if (wanted.length === 0) return { document, select: [], announce: 'Nothing to delete' };
  const edit = new Edit(document);
  const lanes = new Set(wanted.filter((id) => get(document, id)?.type === 'bpmn:Lane'));
  const divided = [...lanes].flatMap((lane) => processOfLane(document, lane) ?? []);
  closeGaps(edit, lanes);
  const healed = wanted.length === 1 ? heal(edit, wanted[0] as ElementId) : undefined;
  removeAll(edit, wanted);
  for (const process of new Set(divided)) if (edit.get(process)) reassignLanes(edit, process);
  const what = wanted.length === 1 ? label(document, wanted[0]) : `${wanted.length} elements`;
  return { document: edit.document, select: healed ? [healed] : [], announce: `Deleted ${what}` };
}

/** Removes elements and all that depends on them from a document under change. */
export function removeAll(edit: Edit, ids: readonly ElementId[]): void {
  keepProcessOfLastPool(edit, ids);
  const gone = dependents(edit.document, ids);
  const touched = new Set<ElementId>();
  for (const id of gone) for (const { id: other } of referrersOf(edit.document, id)) touched.add(other);
  for (const id of touched) if (!gone.has(id)) forget(edit, edit.must(id), gone);
  edit.remove(gone);
}

/** Everything that goes when these go. */
function dependents(document: ProcessDocument, ids: readonly ElementId[]): Set<ElementId> {
  const gone = new Set<ElementId>();
  const pending = [...ids];
  while (pending.length > 0) {
    const element = get(document, pending.pop());
    if (!element || gone.has(element.id)) continue;
    for (const id of subtree(document, element.id)) {
      gone.add(id);
      for (const event of boundaryEvents(document, id)) pending.push(event.id);
      const inner = get(document, id);
      if (inner?.type === 'bpmn:Participant') pending.push(...ownProcess(document, inner, ids));
    }
    if (element.type === 'bpmn:DataObjectReference') pending.push(...onlyUse(document, element));
  }
  for (const id of gone)
    for (const line of connectionsOf(document, [id]))
      for (const inner of subtree(document, line.id)) gone.add(inner);
  for (const id of emptied(document, gone)) gone.add(id);
  for (const id of gone)
    for (const di of referrersOf(document, id))
      if (di.type.startsWith('bpmndi:') && ref(di, 'bpmnElement') === id)
        for (const inner of subtree(document, drawingOf(document, di))) gone.add(inner);
  return gone;
}

/** The process of a pool, unless a pool that stays shows it too. */
function ownProcess(document: ProcessDocument, pool: DocElement, going: readonly ElementId[]): ElementId[] {
  return refList(pool, 'processRef').filter((process) =>
    referrersOf(document, process).every(
      (other) => other.type !== 'bpmn:Participant' || other.id === pool.id || going.includes(other.id),
    ),
  );
}

/** What draws an element: a shape, an edge, or the whole diagram of its own plane. */
const drawingOf = (document: ProcessDocument, di: DocElement): ElementId =>
  di.type === 'bpmndi:BPMNPlane' && get(document, di.parent)?.type === 'bpmndi:BPMNDiagram'
    ? (di.parent ?? di.id)
    : di.id;

/** Lane sets without lanes, and what data associations wrote to or read from and nothing else uses. */
function emptied(document: ProcessDocument, gone: ReadonlySet<ElementId>): ElementId[] {
  const sets = new Set<ElementId>();
  for (const id of gone) {
    const set = get(document, get(document, id)?.parent);
    if (set?.type === 'bpmn:LaneSet' && set.children.lanes?.every((lane) => gone.has(lane))) sets.add(set.id);
  }
  return [...sets, ...unusedData(document, gone), ...unusedCategories(document, gone)];
}

/** What a deleted group stood for, when no other stands for it. */
function unusedCategories(document: ProcessDocument, gone: ReadonlySet<ElementId>): ElementId[] {
  return [...gone].flatMap((id) => {
    const value = resolve(document, get(document, id), 'categoryValueRef');
    if (!value || referrersOf(document, value.id).some((other) => !gone.has(other.id))) return [];
    const category = get(document, value.parent);
    const alone = category?.type === 'bpmn:Category' && category.children.categoryValue?.length === 1;
    return alone ? [category.id, value.id] : [value.id];
  });
}

/** The data object behind a reference, when nothing else refers to it. */
function onlyUse(document: ProcessDocument, reference: DocElement): ElementId[] {
  const behind = ref(reference, 'dataObjectRef');
  const others = elementsOfType(document, 'bpmn:DataObjectReference').filter(
    (other) => other.id !== reference.id && ref(other, 'dataObjectRef') === behind,
  );
  return behind && others.length === 0 ? [behind] : [];
}

/** Takes references to removed entries out of one that stays. */
function forget(edit: Edit, element: DocElement, gone: ReadonlySet<ElementId>): void {
  for (const [property, value] of Object.entries(element.refs)) {
    const kept = (Array.isArray(value) ? value : [value]).filter((target) => !gone.has(target));
    edit.ref(element.id, property, Array.isArray(value) ? kept : kept[0]);
  }
}

/** With its last pool a drawing goes back to showing a process alone, which is empty. */
function keepProcessOfLastPool(edit: Edit, ids: readonly ElementId[]): void {
  const going = new Set(ids);
  const homes = new Set(
    ids.flatMap((id) => (edit.get(id)?.type === 'bpmn:Participant' ? (edit.get(id)?.parent ?? []) : [])),
  );
  for (const collaboration of homes) {
    const pools = childrenOf(edit.document, collaboration, 'participants');
    if (going.has(collaboration)) continue;
    if (pools.every((pool) => going.has(pool.id))) showProcessAlone(edit, collaboration, pools);
  }
}

function showProcessAlone(edit: Edit, collaboration: ElementId, pools: readonly DocElement[]): void {
  const known = pools.flatMap((pool) => resolve(edit.document, pool, 'processRef')?.id ?? [])[0];
  const kept = known ?? newId('Process', edit.document);
  if (!known)
    edit.add(
      newElement('bpmn:Process', kept, edit.document.root, 'rootElements', { attrs: { isExecutable: true } }),
    );
  for (const pool of pools) if (ref(pool, 'processRef') === kept) edit.ref(pool.id, 'processRef', undefined);
  for (const plane of referrersOf(edit.document, collaboration))
    if (plane.type === 'bpmndi:BPMNPlane') edit.ref(plane.id, 'bpmnElement', kept);
  const content = Object.values(edit.must(kept).children).flat();
  removeAll(edit, [...content, ...pools.map((pool) => pool.id), collaboration]);
}

/** Joins the flow into a single step with the flow out of it; answers the flow that stays. */
function heal(edit: Edit, id: ElementId): ElementId | undefined {
  const document = edit.document;
  const [into, ...moreIn] = incoming(document, id);
  const [out, ...moreOut] = outgoing(document, id);
  const source = ref(into, 'sourceRef');
  const target = ref(out, 'targetRef');
  if (!into || !out || moreIn.length > 0 || moreOut.length > 0 || !source || !target) return undefined;
  if (source === id || target === id || boundaryEvents(document, id).length > 0) return undefined;
  const rule = connectionBetween(document, source, target);
  if (isRefused(rule) || rule.type !== 'bpmn:SequenceFlow') return undefined;
  setEnd(edit, into.id, 'target', target);
  const points = routeOf(edit.document, into.id);
  if (points) setWaypointsOf(edit, into.id, points);
  return into.id;
}
