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
import { growContainers } from '../contain';
import { isConnection, nearestSide, setBounds } from '../di';
import { Edit, subtree } from '../edit';
import { followEdges } from '../follow';
import { type Bounds, bottom, centre, right, shift } from '../geometry';
import { assignLanes } from '../place';
import { isNode } from '../traits';
import type { EditResult } from '../types';

/**
 * Moves elements with what they contain and what is attached to them; flows follow. Boundary events that are
 * moved by themselves slide along the border of their step.
 * @param delta in diagram pixels.
 */
export function move(document: ProcessDocument, ids: readonly ElementId[], delta: Point): EditResult {
  const nodes = ids.filter((id) => isNode(get(document, id)));
  const what = nodes.length === 1 ? 'element' : `${nodes.length} elements`;
  if (nodes.length === 0 || (delta.x === 0 && delta.y === 0))
    return { document, select: ids, announce: 'Nothing moved' };
  const edit = new Edit(document);
  moveIn(edit, nodes, delta);
  return { document: edit.document, select: ids, announce: `Moved ${what}` };
}

/** One press of an arrow key; a burst of them is one undo step. */
export const nudge = move;

/** Moves nodes in a document under change. */
export function moveIn(edit: Edit, nodes: readonly ElementId[], delta: Point): void {
  const document = edit.base;
  const moved = withDependents(document, nodes);
  for (const id of moved) {
    const bounds = boundsOf(document, id);
    if (!bounds) continue;
    const host = attachedTo(document, id);
    const slides = host !== undefined && !moved.has(host.id);
    setBounds(
      edit,
      id,
      slides ? onBorder(boundsOf(document, host.id), shift(bounds, delta)) : shift(bounds, delta),
    );
  }
  const sliding = [...moved].filter((id) => {
    const host = attachedTo(document, id);
    return host && !moved.has(host.id);
  });
  followEdges(edit, moved, sliding.length > 0 ? undefined : delta);
  assignLanes(edit, moved);
  const grown = nodes.flatMap((id) => growContainers(edit, id));
  if (grown.length > 0) followEdges(edit, new Set(grown));
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

/** The bounds with their centre on the border of the host, as near as possible. */
export function onBorder(host: Bounds | undefined, event: Bounds): Bounds {
  if (!host) return event;
  const c = centre(event);
  const x = Math.max(host.x, Math.min(right(host), c.x));
  const y = Math.max(host.y, Math.min(bottom(host), c.y));
  const side = nearestSide(host, { x, y });
  const at = {
    x: side === 'left' ? host.x : side === 'right' ? right(host) : x,
    y: side === 'top' ? host.y : side === 'bottom' ? bottom(host) : y,
  };
  return { ...event, x: at.x - event.width / 2, y: at.y - event.height / 2 };
}
