import {
  attachedTo,
  boundsOf,
  type ElementId,
  get,
  incoming,
  outgoing,
  type Point,
  type ProcessDocument,
  planes,
  shapeOf,
} from '@/lib/document';
import { poolOf } from '../contain';
import { Edit } from '../edit';
import { centre, isPlace, shift } from '../geometry';
import type { Placeable } from '../kinds';
import { containerAt, containmentOf } from '../place';
import { canContain } from '../rules';
import { type DropTarget, dropTarget } from '../target';
import { isFlowNode, traitsOf, traitsOfSeed } from '../traits';
import { type EditResult, isRefused, NO_PLACE, type Refusal, refuse } from '../types';
import { addNode, type Spot } from './add-node';
import { addBoundary, attachBoundary, detach } from './attach';
import { cutCrossing } from './crossing';
import { addOnFlow, dropOnFlow } from './drop-on-flow';
import { movable, move, moveEach, withDependents } from './move';

/** Places something new where it is let go: on a border, into a flow, or by itself. */
export function place(document: ProcessDocument, kind: Placeable, spot: Spot): EditResult {
  if (!isPlace(spot.at)) return refuse(NO_PLACE);
  const target = placeTarget(document, kind, spot);
  if (isRefused(target)) return target;
  if (target.kind === 'attach') return addBoundary(document, kind, target.host, spot.at);
  if (target.kind === 'flow') return addOnFlow(document, kind, target.flow, spot.at);
  return addNode(document, kind, spot);
}

/** What `place` will do at a spot. */
export function placeTarget(document: ProcessDocument, kind: Placeable, spot: Spot): DropTarget | Refusal {
  const plane = get(document, spot.plane);
  if (plane?.type !== 'bpmndi:BPMNPlane') return refuse('There is no drawing to place this on');
  const traits = traitsOfSeed(kind.seed);
  const target = dropTarget(document, traits, plane, spot.at, new Set());
  if (traits.type === 'bpmn:BoundaryEvent' && !isRefused(target) && target.kind !== 'attach')
    return refuse('Drop this on the border of a step');
  return target;
}

/** Carries out the end of a drag: attaches, detaches, goes into a flow, changes the container, or just moves. */
export function drop(document: ProcessDocument, ids: readonly ElementId[], delta: Point): EditResult {
  if (!isPlace(delta)) return refuse(NO_PLACE);
  const nodes = movable(document, ids);
  const [only] = nodes;
  if (nodes.length === 1 && only) {
    const single = dropOne(document, only, delta);
    if (single) return single;
  }
  return moveInto(document, nodes, delta);
}

/** What dropping a single element would do apart from moving it. */
export function dropTargetOf(document: ProcessDocument, id: ElementId, delta: Point): DropTarget | Refusal {
  const bounds = boundsOf(document, id);
  const traits = traitsOf(document, id);
  const plane = get(document, shapeOf(document, id)?.parent) ?? planes(document)[0];
  if (!bounds || !traits || !plane) return refuse('This element is not drawn');
  const target = dropTarget(
    document,
    traits,
    plane,
    centre(shift(bounds, delta)),
    withDependents(document, [id]),
  );
  if (isRefused(target) || target.kind !== 'flow') return target;
  const connected = incoming(document, id).length > 0 || outgoing(document, id).length > 0;
  const sameScope = get(document, target.flow)?.parent === get(document, id)?.parent;
  return connected || !sameScope
    ? { kind: 'into', container: get(document, id)?.parent ?? document.root }
    : target;
}

function dropOne(document: ProcessDocument, id: ElementId, delta: Point): EditResult | undefined {
  const bounds = boundsOf(document, id);
  if (!bounds) return undefined;
  const at = centre(shift(bounds, delta));
  const target = dropTargetOf(document, id, delta);
  const host = attachedTo(document, id);
  if (isRefused(target)) return host ? target : undefined;
  if (target.kind === 'attach') {
    if (host?.id === target.host) return move(document, [id], delta);
    return incoming(document, id).length > 0 ? undefined : attachBoundary(document, id, target.host, at);
  }
  if (host) return detach(document, id, at);
  return target.kind === 'flow' ? dropOnFlow(document, id, target.flow, at) : undefined;
}

/** Moves nodes and puts those that now lie in another pool or sub-process into it. */
function moveInto(document: ProcessDocument, nodes: readonly ElementId[], delta: Point): EditResult {
  return moveAllInto(document, new Map(nodes.map((id) => [id, delta])));
}

/** The same with a distance for each node. */
export function moveAllInto(document: ProcessDocument, deltas: ReadonlyMap<ElementId, Point>): EditResult {
  if (!isPlace(...deltas.values())) return refuse(NO_PLACE);
  const nodes = [...deltas.keys()];
  if ([...deltas.values()].every(({ x, y }) => x === 0 && y === 0))
    return { document, select: nodes, announce: 'Nothing moved' };
  const edit = new Edit(document);
  const moved = withDependents(document, nodes);
  const changed: ElementId[] = [];
  for (const [id, delta] of deltas) {
    if (isCarried(document, id, moved)) continue;
    const container = newContainer(document, id, delta, moved);
    if (container && isRefused(container)) return container;
    if (container) changed.push(id);
    if (container) edit.reparent(id, container.id, containmentOf(get(document, id)?.type ?? ''));
  }
  for (const id of [...changed])
    for (const event of attachedEvents(document, id)) {
      edit.reparent(event, edit.get(id)?.parent ?? '', 'flowElements');
      changed.push(event);
    }
  moveEach(edit, deltas);
  cutCrossing(edit, changed);
  return {
    document: edit.document,
    select: nodes,
    announce: nodes.length === 1 ? 'Moved element' : `Moved ${nodes.length} elements`,
  };
}

/** Whether an element is inside another one that moves, and so stays where it is in it. */
function isCarried(document: ProcessDocument, id: ElementId, moved: ReadonlySet<ElementId>): boolean {
  for (let at = get(document, id)?.parent; at; at = get(document, at)?.parent)
    if (moved.has(at) || moved.has(poolOf(document, at) ?? '')) return true;
  return false;
}

const attachedEvents = (document: ProcessDocument, id: ElementId): ElementId[] =>
  [...withDependents(document, [id])].filter((other) => attachedTo(document, other)?.id === id);

function newContainer(document: ProcessDocument, id: ElementId, delta: Point, moved: ReadonlySet<ElementId>) {
  const element = get(document, id);
  const bounds = boundsOf(document, id);
  const plane = get(document, shapeOf(document, id)?.parent);
  if (!element || !bounds || !plane || element.type === 'bpmn:Participant' || element.type === 'bpmn:Lane')
    return undefined;
  if (attachedTo(document, id)) return undefined;
  const container = containerAt(document, plane, centre(shift(bounds, delta)), moved);
  if (!container || container === element.parent) return undefined;
  if (!isFlowNode(element.type) && get(document, container)?.type === 'bpmn:Collaboration') return undefined;
  const traits = traitsOf(document, id);
  const rule = traits && canContain(document, traits, container);
  return rule && isRefused(rule) ? rule : { id: container };
}
