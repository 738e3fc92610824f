import type { Bounds, ElementId, Point } from '@/lib/document';
import type { Link } from './contents';
import { overlap, type Placement } from './placement';
import type { Size } from './sizes';

type Line = readonly Point[];

/**
 * Gives the names of flows their places (`flowLabel`), the one after the other, so that none covers a shape, another
 * name or a line.
 * @param sizeOf the room a link's name takes; nothing when it has none
 * @param isMarked whether a line has a mark where it begins: a default or conditional flow
 * @param compared false for so many lines that names only stand near their source
 */
export function placeFlowLabels(
  placement: Placement,
  links: readonly Link[],
  sizeOf: (id: ElementId) => Size | undefined,
  isMarked: (id: ElementId) => boolean,
  compared = true,
): void {
  const taken = compared ? inTheWay(placement) : [];
  for (const [id, { waypoints }] of placement.edges)
    if (compared && isMarked(id)) taken.push(markOf(waypoints));
  for (const { id, source } of links) {
    const edge = placement.edges.get(id);
    const size = sizeOf(id);
    if (!edge || !size) continue;
    const siblings = compared ? links.filter((other) => other.source === source && other.id !== id) : [];
    const lines = siblings.map((other) => placement.edges.get(other.id)?.waypoints ?? []);
    const label = flowLabel(edge.waypoints, size, lines, taken);
    if (compared) taken.push(label);
    placement.edges.set(id, { ...edge, label });
  }
}

/** What a name must not cover: shapes, their names, and lines with a little room around. */
function inTheWay({ shapes, edges }: Placement): Bounds[] {
  const boxes = [...shapes.values()].flatMap(({ bounds, label, isExpanded, isHorizontal }) => [
    ...(isExpanded || isHorizontal ? [] : [bounds]),
    ...(label ? [label] : []),
  ]);
  return [...boxes, ...[...edges.values()].flatMap(({ waypoints }) => stretches(waypoints).map(boxOf))];
}

/**
 * Where the name of a flow goes: beside its line, as near to the source as there is room, above a horizontal stretch,
 * right or left of a vertical one. Never on a stretch that it shares with another flow of the same source, as long as it
 * has one of its own: the reader couldn't tell whose name it is.
 * @param siblings the lines of the other flows of the source.
 * @param taken what the label must not cover.
 */
export function flowLabel(
  line: Line,
  size: Size,
  siblings: readonly Line[],
  taken: readonly Bounds[],
): Bounds {
  const others = siblings.flatMap(stretches);
  const own = stretches(line).flatMap((stretch) => ownPart(stretch, others));
  const places = [...own, ...stretches(line)].flatMap((stretch) => beside(stretch, size));
  const free = places.find((place) => !taken.some((other) => overlap(place, other)));
  return free ?? places[0] ?? { x: 0, y: 0, ...size };
}

interface Stretch {
  from: Point;
  to: Point;
}

const stretches = (line: Line): Stretch[] =>
  line.slice(1).map((to, index) => ({ from: line[index] ?? to, to }));

/** What is left of a stretch after the part that others run along; nothing when that is all of it. */
function ownPart({ from, to }: Stretch, others: readonly Stretch[]): Stretch[] {
  const along = from.y === to.y ? 'x' : 'y';
  const across = along === 'x' ? 'y' : 'x';
  const way = Math.sign(to[along] - from[along]);
  let start = from[along];
  for (const other of others) {
    if (other.from[across] !== from[across] || other.to[across] !== from[across]) continue;
    const reaches = [other.from[along], other.to[along]].sort((a, b) => way * (a - b));
    const [first = start, last = start] = reaches;
    if (way * (first - start) <= 0) start = way * (last - start) > 0 ? last : start;
  }
  return way * (to[along] - start) > 0 ? [{ from: { ...from, [along]: start }, to }] : [];
}

/** Beside a line, in px; the first place is this far from where the stretch begins. */
const CLEAR = 6;
/** How far the next place to try is along the line, in px. */
const STEP = 20;

/** From the beginning of a stretch to its end: above and below a horizontal one, right and left of a vertical one. */
function beside({ from, to }: Stretch, size: Size): Bounds[] {
  const across = from.y === to.y;
  const [start, end] = across ? [from.x, to.x] : [from.y, to.y];
  const [long, way] = [across ? size.width : size.height, Math.sign(end - start)];
  const room = Math.abs(end - start) - long - 2 * CLEAR;
  const count = Math.max(0, Math.floor(room / STEP));
  const offsets = Array.from({ length: count + 1 }, (_, i) => CLEAR + i * STEP);
  return offsets.flatMap((offset): Bounds[] => {
    const near = start + way * offset;
    const at = way < 0 ? near - long : near;
    const sides = across
      ? [from.y - size.height - CLEAR + 2, from.y + CLEAR - 2]
      : [from.x + CLEAR, from.x - CLEAR - size.width];
    return sides.map((side) => (across ? { x: at, y: side, ...size } : { x: side, y: at, ...size }));
  });
}

/** A stretch as a box around which names keep a little room. */
function boxOf({ from, to }: Stretch): Bounds {
  const [x, y] = [Math.min(from.x, to.x) - 2, Math.min(from.y, to.y) - 2];
  return { x, y, width: Math.abs(from.x - to.x) + 4, height: Math.abs(from.y - to.y) + 4 };
}

/** How long the mark of a default or conditional flow is along its line, and how far it goes to each side, in px. */
const MARK = { along: 20, aside: 7 };

/** Where the mark of a line is that begins with these points. */
export function markOf([from = { x: 0, y: 0 }, towards = from]: Line): Bounds {
  const { along, aside } = MARK;
  const [dx, dy] = [Math.sign(towards.x - from.x), Math.sign(towards.y - from.y)];
  if (dx !== 0)
    return { x: dx > 0 ? from.x : from.x - along, y: from.y - aside, width: along, height: 2 * aside };
  return { x: from.x - aside, y: dy > 0 ? from.y : from.y - along, width: 2 * aside, height: along };
}
