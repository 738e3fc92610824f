import type { Bounds, ElementId, Point } from '@/lib/document';
import type { Link } from './contents';
import { clearNames, placeOfName } from './node-names';
import { centreOf, type PlacedShape, type Placement } from './placement';
import { crosses, sharedLength } from './route';

/** Shorter than this a line out of a corner can't be told from the border, in px. */
const LEAST = 10;
/** How often all ends are looked at, at most. */
const ROUNDS = 3;

/** One end of a link: the line is read from there. */
interface End {
  link: ElementId;
  node: ElementId;
  outgoing: boolean;
}

/**
 * Lines that begin or end at one point share its stub, and nobody sees which goes where. Those that turn up or down there
 * get a place of their own: the upper or lower corner of the node, and at a gateway its slanted sides, where nothing
 * is in the way; a gateway's name makes room. The furthest takes the corner, so that lines of the same side don't cross.
 * @param isGateway whether a node is a diamond
 */
export function spreadDocks(
  placement: Placement,
  links: readonly Link[],
  isGateway: (id: ElementId) => boolean,
): void {
  const ends = links.flatMap(({ id, source, target }): End[] => [
    { link: id, node: source, outgoing: true },
    { link: id, node: target, outgoing: false },
  ]);
  // What was in the way of one line may have been moved after it.
  for (let round = 0; round < ROUNDS; round++) if (!spreadOnce(placement, ends, isGateway)) break;
  clearNames(placement, isGateway);
}

/** Each end once, the furthest first. @returns whether any was moved */
function spreadOnce(
  placement: Placement,
  ends: readonly End[],
  isGateway: (id: ElementId) => boolean,
): boolean {
  let moved = false;
  for (const end of ends.toSorted((a, b) => rise(placement, b) - rise(placement, a))) {
    const shape = placement.shapes.get(end.node);
    if (!shape || !isShared(placement, ends, end)) continue;
    const before = sharedWith(placement, end.link, lineFrom(placement, end));
    const ways = bentAnew(shape, lineFrom(placement, end), isGateway(end.node))
      .map((points) => ({ points, shared: sharedWith(placement, end.link, points) }))
      .filter(({ shared }) => shared < before)
      .sort((one, other) => one.shared - other.shared);
    moved = ways.some(({ points }) => takes(placement, end, points, isGateway(end.node))) || moved;
  }
  return moved;
}

function lineFrom(placement: Placement, { link, outgoing }: End): Point[] {
  const points = placement.edges.get(link)?.waypoints ?? [];
  return outgoing ? points : [...points].reverse();
}

/** How far up or down a line turns at this end. */
function rise(placement: Placement, end: End): number {
  const [from, , level] = lineFrom(placement, end);
  return from && level ? Math.abs(level.y - from.y) : 0;
}

/** Whether another line of the same node lies on the first part of this one. */
function isShared(placement: Placement, ends: readonly End[], end: End): boolean {
  const others = ends.filter(({ node, link }) => node === end.node && link !== end.link);
  const lines = others.map((other) => lineFrom(placement, other));
  return sharedLength(lineFrom(placement, end).slice(0, 3), lines) > 0;
}

/** How long a line lies on any other, in px. */
function sharedWith(placement: Placement, link: ElementId, line: readonly Point[]): number {
  const others = [...placement.edges].flatMap(([id, { waypoints }]) => (id === link ? [] : [waypoints]));
  return sharedLength(line, others);
}

/** The line from other places of the border, best first; none for one that doesn't turn up or down at once. */
function bentAnew({ bounds }: PlacedShape, line: readonly Point[], diamond: boolean): Point[][] {
  const [from, turn, level, after, ...rest] = line;
  if (!from || !turn || !level || !after || from.y !== turn.y || turn.x !== level.x) return [];
  const up = level.y < from.y ? -1 : 1;
  const side = Math.sign(from.x - centreOf(bounds).x);
  return docksOf(bounds, up, side, diamond).flatMap((dock) => {
    if (Math.sign(after.x - dock.x) !== Math.sign(after.x - level.x)) return [];
    if (up * (level.y - dock.y) >= LEAST) return [[dock, { x: dock.x, y: level.y }, after, ...rest]];
    // Too near for a bend: what runs level goes further away, where it bends again.
    const y = dock.y + up * 2 * LEAST;
    return rest[0]?.x === after.x ? [[dock, { x: dock.x, y }, { x: after.x, y }, ...rest]] : [];
  });
}

function docksOf(bounds: Bounds, up: number, side: number, diamond: boolean): Point[] {
  const { x, y } = centreOf(bounds);
  const corner = { x, y: y + (up * bounds.height) / 2 };
  const half = { x: x + (side * bounds.width) / 4, y: (corner.y + y) / 2 };
  return diamond ? [corner, half] : [corner];
}

/** Draws the line so if nothing stands in its way and no other line lies there. */
function takes(placement: Placement, end: End, points: Point[], diamond: boolean): boolean {
  const { link, node, outgoing } = end;
  const others = [...placement.edges].flatMap(([id, { waypoints }]) => (id === link ? [] : [waypoints]));
  // Further on only what is new is looked at: a line of four points was bent once more there.
  const first = points.slice(0, points[2]?.y === lineFrom(placement, end)[3]?.y ? 3 : 4);
  if (!isClear(placement, first, node)) return false;
  const shape = placement.shapes.get(node);
  const inTheWay = shape?.label && isCrossed(shape.label, first);
  const name = inTheWay && diamond ? placeOfName(placement, node, [...others, points]) : undefined;
  if (!shape || (inTheWay && !name)) return false;
  if (name) placement.shapes.set(node, { ...shape, label: name });
  const edge = placement.edges.get(link);
  placement.edges.set(link, { ...edge, waypoints: outgoing ? points : [...points].reverse() });
  return true;
}

/** Whether a line runs through no shape and no name but those of the node it begins at. */
function isClear(placement: Placement, line: readonly Point[], node: ElementId): boolean {
  return [...placement.shapes].every(([id, { bounds, label, isExpanded, isHorizontal }]) => {
    if (id === node) return true;
    const holds = (isExpanded || isHorizontal) && line.every((point) => inside(point, bounds));
    return !(!holds && isCrossed(bounds, line)) && !(label && isCrossed(label, line));
  });
}

const isCrossed = (box: Bounds, line: readonly Point[]): boolean =>
  line.some((point, i) => i > 0 && crosses(line[i - 1] ?? point, point, box));

const inside = (p: Point, { x, y, width, height }: Bounds): boolean =>
  p.x > x && p.x < x + width && p.y > y && p.y < y + height;
