import type { Bounds, ElementId, Point } from '@/lib/document';
import type { Link } from './contents';
import { moved, overlap, type PlacedShape, type Placement } from './placement';
import { crosses } from './route';

/** A step of a line this small looks like a mistake, in px. */
const JOG = 20;
/** Room to keep to what is above and below, in px. */
const ROOM = 10;

/**
 * Moves shapes that nothing leaves and one line reaches, so that this line is straight where it would have a step of a
 * few pixels. Where something is in the way they stay.
 */
export function straighten(placement: Placement, links: readonly Link[]): void {
  const leaving = new Set(links.map(({ source }) => source));
  const reached = new Map<ElementId, number>();
  for (const { target } of links) reached.set(target, (reached.get(target) ?? 0) + 1);
  for (const { id, target } of links) {
    if (leaving.has(target) || reached.get(target) !== 1) continue;
    const edge = placement.edges.get(id);
    const shape = placement.shapes.get(target);
    const by = shape && stepOf(edge?.waypoints ?? []);
    if (!edge || !shape || by === undefined) continue;
    const there = shifted(shape, by);
    if (!isFree(placement, target, id, there)) continue;
    placement.shapes.set(target, there);
    const [first, , , last] = edge.waypoints;
    if (first && last) placement.edges.set(id, { ...edge, waypoints: [first, { x: last.x, y: first.y }] });
  }
}

/** How far down the end of a line would have to be for it to be straight; nothing for other lines. */
function stepOf(waypoints: readonly Point[]): number | undefined {
  const [a, b, c, d, more] = waypoints;
  if (!a || !b || !c || !d || more) return undefined;
  const across = a.y === b.y && b.x === c.x && c.y === d.y;
  return across && Math.abs(a.y - d.y) <= JOG ? a.y - d.y : undefined;
}

const shifted = (shape: PlacedShape, y: number): PlacedShape => ({
  ...shape,
  bounds: moved(shape.bounds, { x: 0, y }),
  ...(shape.label && { label: moved(shape.label, { x: 0, y }) }),
});

/** @param own the line to the shape */
function isFree(
  placement: Placement,
  id: ElementId,
  own: ElementId,
  { bounds, label }: PlacedShape,
): boolean {
  const wanted = [grown(bounds), ...(label ? [label] : [])];
  const isIn = (box: Bounds | undefined) => box !== undefined && wanted.some((part) => overlap(part, box));
  // a line may run through a label, and not through a shape
  const through = [...placement.edges].some(
    ([line, { waypoints }]) =>
      line !== own &&
      waypoints.some((point, i) => i > 0 && crosses(waypoints[i - 1] ?? point, point, bounds)),
  );
  const free = [...placement.shapes].every(
    ([other, at]) => other === id || !(isIn(at.bounds) || isIn(at.label)),
  );
  return free && !through;
}

const grown = ({ x, y, width, height }: Bounds): Bounds => ({
  x,
  y: y - ROOM,
  width,
  height: height + 2 * ROOM,
});
