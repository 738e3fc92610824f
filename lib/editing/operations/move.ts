import {
  attachedTo,
  boundaryEvents,
  boundsOf,
  type ElementId,
  get,
  type Point,
  type ProcessDocument,
  ref,
  shapeOf,
} from '@/lib/document';
import { growContainers, onBorder, poolOf } from '../contain';
import { isConnection, setBounds } from '../di';
import { Edit, subtree } from '../edit';
import { followEdges } from '../follow';
import { isPlace, shift } from '../geometry';
import { assignLanes, processOfLane } from '../lanes';

import { isNode } from '../traits';
import { type EditResult, NO_PLACE, refuse } from '../types';

/**
 * Moves elements with what they contain and what is attached to them; flows follow. Boundary events that are
 * moved by themselves slide along the border of their step.
 * @param delta in diagram pixels.
 */
export function move(document: ProcessDocument, ids: readonly ElementId[], delta: Point): EditResult {
  if (!isPlace(delta)) return refuse(NO_PLACE);
  const nodes = movable(document, ids);
  const what = nodes.length === 1 ? 'element' : `${nodes.length} elements`;
  if (nodes.length === 0 || (delta.x === 0 && delta.y === 0))
    return { document, select: ids, announce: 'Nothing moved' };
  const edit = new Edit(document);
  moveIn(edit, nodes, delta);
  return { document: edit.document, select: ids, announce: `Moved ${what}` };
}

/** The nodes that can be moved, each once; a lane moves with its pool. */
export function movable(document: ProcessDocument, ids: readonly ElementId[]): ElementId[] {
  const nodes = ids.flatMap((id) => {
    const process = processOfLane(document, id);
    const pool = get(document, id)?.type === 'bpmn:Lane' && process ? poolOf(document, process) : id;
    return pool && isNode(get(document, pool)) ? [pool] : [];
  });
  return [...new Set(nodes)];
}

/** One press of an arrow key; a burst of them is one undo step. */
export const nudge = move;

/** Moves nodes in a document under change. */
export function moveIn(edit: Edit, nodes: readonly ElementId[], delta: Point): void {
  moveEach(edit, new Map(nodes.map((id) => [id, delta])));
}

/**
 * Moves nodes by distances of their own, with what depends on them; flows follow, containers grow and lanes are set.
 * What is inside a moved element moves with it, whatever its own distance is.
 */
export function moveEach(edit: Edit, deltas: ReadonlyMap<ElementId, Point>): void {
  const { base } = edit;
  const inner = new Set<ElementId>();
  for (const id of deltas.keys())
    for (const one of withDependents(base, [id])) if (one !== id) inner.add(one);
  const tops = [...deltas].filter(([id]) => !inner.has(id));
  const moved = new Map<ElementId, Point>();
  for (const [id, delta] of tops) for (const one of withDependents(base, [id])) moved.set(one, delta);
  for (const [id, delta] of moved) {
    const bounds = boundsOf(base, id);
    if (bounds) setBounds(edit, id, shift(bounds, delta));
  }
  for (const id of moved.keys()) {
    const host = attachedTo(base, id);
    const bounds = boundsOf(edit.document, id);
    if (host && bounds && !moved.has(host.id)) setBounds(edit, id, onBorder(boundsOf(base, host.id), bounds));
  }
  followEdges(edit, moved.keys());
  assignLanes(edit, moved.keys());
  growContainers(
    edit,
    tops.map(([id]) => id),
  );
}

/** Everything that moves when these move: contents that are drawn, boundary events, the process in a pool, lanes. */
export function withDependents(document: ProcessDocument, ids: readonly ElementId[]): Set<ElementId> {
  const moved = new Set<ElementId>();
  const pending = [...ids];
  while (pending.length > 0) {
    const element = get(document, pending.pop());
    if (!element || moved.has(element.id)) continue;
    const content = element.type === 'bpmn:Participant' ? (ref(element, 'processRef') ?? '') : element.id;
    const plane = shapeOf(document, element.id)?.parent ?? '';
    if (isNode(element)) moved.add(element.id);
    for (const inner of subtree(document, content)) {
      const entry = get(document, inner);
      if (inner === content || !isNode(entry) || isConnection(entry)) continue;
      if (shapeOf(document, inner, plane)) moved.add(inner);
    }
  }
  for (const id of moved) for (const event of boundaryEvents(document, id)) moved.add(event.id);
  return moved;
}
