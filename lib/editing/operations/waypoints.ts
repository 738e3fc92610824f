import { type ElementId, get, type Point, type ProcessDocument, valuesOf } from '@/lib/document';
import { edgeIn, labelPlace, routeOf, setWaypointsOf, waypointValues } from '../di';
import { Edit } from '../edit';
import { isPlace } from '../geometry';
import { simplify } from '../router';
import { type EditResult, NO_PLACE, refuse } from '../types';

/** Gives a line the bends a person has drawn; points on a straight stretch are dropped. */
export function setWaypoints(document: ProcessDocument, id: ElementId, points: readonly Point[]): EditResult {
  if (!isPlace(...points)) return refuse(NO_PLACE);
  const edit = new Edit(document);
  const edge = edgeIn(edit, id);
  const line = simplify(points);
  if (!edge || line.length < 2) return refuse('This line is not drawn');
  if (sameValues(valuesOf(edge, 'waypoint'), waypointValues(line)))
    return { document, select: [id], announce: 'Nothing moved' };
  setWaypointsOf(edit, id, line, true);
  return { document: edit.document, select: [id], announce: 'Moved the line' };
}

/** Gives a line the route the router finds for it. */
export function resetRoute(document: ProcessDocument, id: ElementId): EditResult {
  const points = get(document, id) && routeOf(document, id);
  if (!points) return refuse('This line is not drawn between two elements');
  const edit = new Edit(document);
  setWaypointsOf(edit, id, points);
  return { document: edit.document, select: [id], announce: 'Reset the route' };
}

/** Puts the label of a line or event at a place of its own. */
export function moveLabel(
  document: ProcessDocument,
  id: ElementId,
  at: Point,
  size: { width: number; height: number },
): EditResult {
  if (!isPlace(at, { x: size.width, y: size.height })) return refuse(NO_PLACE);
  const edit = new Edit(document);
  if (!labelPlace(edit, id, { ...at, ...size })) return refuse('This element is not drawn');
  return { document: edit.document, select: [id], announce: 'Moved the label' };
}

const sameValues = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
