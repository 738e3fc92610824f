import { type ElementId, type Point, type ProcessDocument, waypointsOf } from '@/lib/document';
import { dockOf, edgeIn, endsOf, routeOf, setWaypointsOf, shiftLabel } from './di';
import type { Edit } from './edit';
import { samePoint } from './geometry';
import { connectionsOf } from './place';
import { followEnd } from './router';

/** Whether an edge lies exactly where the router would put it: nobody has bent it, so it may be rerouted. */
export function isAutoRouted(document: ProcessDocument, id: ElementId): boolean {
  return sameLine(waypointsOf(document, id), routeOf(document, id) ?? []);
}

function sameLine(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every((point, i) => samePoint(point, b[i] as Point));
}

interface Change {
  id: ElementId;
  points: Point[];
  /** Set when the whole edge moved, so that its label does too. */
  along: Point | undefined;
}

/**
 * Lets edges follow shapes that were moved or resized in this edit: edges between two of them move along, bends
 * somebody made are kept where the line stays square, all others are routed anew.
 * @param delta how far the shapes moved; absent when they were resized.
 */
export function followEdges(edit: Edit, moved: ReadonlySet<ElementId>, delta?: Point): void {
  const before = edit.base;
  const after = edit.document;
  const changes = connectionsOf(before, moved).flatMap((line): Change[] => {
    const { source, target } = endsOf(before, line.id);
    const both = source !== undefined && target !== undefined && moved.has(source) && moved.has(target);
    if (!edit.get(line.id)) return [];
    if (both && delta) return [{ id: line.id, points: shifted(before, line.id, delta), along: delta }];
    const points = followed(before, after, line.id, moved, delta);
    return points ? [{ id: line.id, points, along: undefined }] : [];
  });
  for (const { id, points, along } of changes) {
    const edge = edgeIn(edit, id);
    if (edge && along) shiftLabel(edit, edge, along);
    setWaypointsOf(edit, id, points, along !== undefined);
  }
}

const shifted = (document: ProcessDocument, id: ElementId, delta: Point): Point[] =>
  waypointsOf(document, id).map((p) => ({ x: p.x + delta.x, y: p.y + delta.y }));

function followed(
  before: ProcessDocument,
  after: ProcessDocument,
  id: ElementId,
  moved: ReadonlySet<ElementId>,
  delta: Point | undefined,
): Point[] | undefined {
  const { source, target } = endsOf(before, id);
  const end = source !== undefined && moved.has(source) ? 'source' : 'target';
  const dock = dockOf(after, end === 'source' ? source : target);
  const kept =
    delta && dock && !isAutoRouted(before, id) && followEnd(waypointsOf(before, id), end, delta, dock);
  return kept || routeOf(after, id);
}
