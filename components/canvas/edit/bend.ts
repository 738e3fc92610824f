import type { Point } from '@/lib/document';
import { simplify } from '@/lib/editing/router';

const level = (a: Point, b: Point): boolean => Math.abs(a.y - b.y) < 0.5;

/**
 * The line after one of its segments was dragged to a point: the segment moves across its direction. The first
 * and last segment keep their docked end and get a new bend beside it.
 */
export function dragSegment(points: readonly Point[], index: number, to: Point): Point[] {
  const [a, b] = [points[index], points[index + 1]];
  if (!a || !b) return [...points];
  const moved = level(a, b)
    ? [
        { x: a.x, y: to.y },
        { x: b.x, y: to.y },
      ]
    : [
        { x: to.x, y: a.y },
        { x: to.x, y: b.y },
      ];
  const head = index === 0 ? beside(a, b, 'start') : points.slice(0, index);
  const tail = index + 1 === points.length - 1 ? beside(a, b, 'end') : points.slice(index + 2);
  const [first, second] = moved as [Point, Point];
  const from = index === 0 ? along(first, head.at(-1) as Point, level(a, b)) : first;
  const until = index + 1 === points.length - 1 ? along(second, tail[0] as Point, level(a, b)) : second;
  return simplify([...head, from, until, ...tail]);
}

/** How far a docked end keeps its direction before the new bend. */
const STUB = 20;

/** The docked end and the place where the line now leaves its old course. */
function beside(a: Point, b: Point, end: 'start' | 'end'): Point[] {
  const [from, to] = end === 'start' ? [a, b] : [b, a];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const by = Math.min(STUB, length / 3);
  const bend = { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
  return end === 'start' ? [from, bend] : [bend, from];
}

const along = (moved: Point, bend: Point, isLevel: boolean): Point =>
  isLevel ? { x: bend.x, y: moved.y } : { x: moved.x, y: bend.y };

/** The line after one of its bends was dragged: both neighbours follow, so that it stays square. */
export function dragBend(points: readonly Point[], index: number, to: Point): Point[] {
  const next = points.map((p) => ({ ...p }));
  const [before, bend, after] = [next[index - 1], next[index], next[index + 1]];
  if (!before || !bend || !after) return next;
  const first = points[index - 1] as Point;
  const last = points[index + 1] as Point;
  const here = points[index] as Point;
  const free = { start: index - 1 > 0, end: index + 1 < points.length - 1 };
  // A docked neighbour can't follow: there the bend keeps to its line.
  const x = (!free.start && !level(first, here)) || (!free.end && !level(here, last)) ? here.x : to.x;
  const y = (!free.start && level(first, here)) || (!free.end && level(here, last)) ? here.y : to.y;
  if (level(first, here)) before.y = free.start ? y : before.y;
  else before.x = free.start ? x : before.x;
  if (level(here, last)) after.y = free.end ? y : after.y;
  else after.x = free.end ? x : after.x;
  next[index] = { x, y };
  return simplify(next);
}
