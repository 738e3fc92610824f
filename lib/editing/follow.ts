import { boundsOf, type ElementId, type Point, type ProcessDocument, waypointsOf } from '@/lib/document';
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

/**
 * Lets edges follow shapes that were moved or resized in this edit: edges whose both ends moved alike move along,
 * bends somebody made are kept where the line stays square, all others are routed anew. Notes on a line follow it.
 * @param moved the elements whose shapes changed since the edit began; others may be among them.
 */
export function followEdges(edit: Edit, moved: Iterable<ElementId>): void {
  const lines = connectionsOf(edit.base, moved)
    .map(({ id }) => id)
    .filter((id) => edit.get(id));
  for (const id of lines) follow(edit, id);
  for (const { id } of connectionsOf(edit.base, lines)) if (edit.get(id)) follow(edit, id);
}

/** Lets one line follow what happened to its ends since the edit began. */
export function follow(edit: Edit, id: ElementId): void {
  const { base } = edit;
  const line = waypointsOf(base, id);
  const edge = edgeIn(edit, id);
  if (!edge || line.length < 2) return;
  const { source, target } = endsOf(edit.document, id);
  const [first, last] = [line[0] as Point, line[line.length - 1] as Point];
  const [a, b] = [carriedBy(edit, source, first), carriedBy(edit, target, last)];
  if (a && b && a.whole && b.whole && samePoint(a.by, b.by)) {
    shiftLabel(edit, edge, a.by);
    const points = line.map((p) => ({ x: p.x + a.by.x, y: p.y + a.by.y }));
    setWaypointsOf(edit, id, points, true);
    return;
  }
  const kept = isAutoRouted(base, id)
    ? undefined
    : bent(edit.document, line, [source, a?.by], [target, b?.by]);
  const points = kept ?? routeOf(edit.document, id);
  if (points) setWaypointsOf(edit, id, points);
}

type End = [id: ElementId | undefined, by: Point | undefined];

/** A line that somebody bent, with those ends moved that have moved; undefined when it can't keep its bends. */
function bent(
  document: ProcessDocument,
  line: readonly Point[],
  [source, a]: End,
  [target, b]: End,
): Point[] | undefined {
  const [from, into] = [dockOf(document, source), dockOf(document, target)];
  if (!from || !into) return undefined;
  const begun = isStill(a) ? [...line] : followEnd(line, 'source', a as Point, from);
  return isStill(b) || !begun ? begun : followEnd(begun, 'target', b as Point, into);
}

const isStill = (by: Point | undefined): boolean => !by || (by.x === 0 && by.y === 0);

/** How far an element took a point on its border with it since the edit began; `whole` when its size is the same. */
function carriedBy(
  edit: Edit,
  id: ElementId | undefined,
  p: Point,
): { by: Point; whole: boolean } | undefined {
  if (!id) return undefined;
  const [before, after] = [boundsOf(edit.base, id), boundsOf(edit.document, id)];
  if (!before || !after) return undefined;
  const whole = before.width === after.width && before.height === after.height;
  if (whole) return { by: { x: after.x - before.x, y: after.y - before.y }, whole };
  const x = scaled(p.x, [before.x, before.width], [after.x, after.width]);
  const y = scaled(p.y, [before.y, before.height], [after.y, after.height]);
  return { by: { x: x - p.x, y: y - p.y }, whole };
}

type Span = [at: number, size: number];
const scaled = (value: number, before: Span, after: Span): number =>
  after[0] + ((value - before[0]) / (before[1] || 1)) * after[1];
