import type { Bounds, Point } from '@/lib/document';
import { centreOf } from './placement';

/** Where a line leaves or enters a shape: the middle of a side. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

const CLEARANCE = 20;
const BEND = 25;
const HIT = 2_000;

/** What a pixel costs on which another line lies already: going round by a little is better. */
const SHARED = 20;

/**
 * An orthogonal line between two shapes: of the routes over the given horizontal channels, the one that
 * crosses the fewest obstacles, then the shortest with the fewest bends.
 * @param taken lines drawn before, on which this one shouldn't lie
 */
export function route(
  from: { bounds: Bounds; side: Side },
  to: { bounds: Bounds; side: Side },
  obstacles: readonly Bounds[],
  channels: readonly number[],
  taken: readonly (readonly Point[])[] = [],
): Point[] {
  const [start, end] = [dock(from.bounds, from.side), dock(to.bounds, to.side)];
  const [out, into] = [step(start, from.side), step(end, to.side)];
  const middles = [out.y, into.y, (out.y + into.y) / 2, ...channels];
  const routes = middles.map((y) => [start, out, { x: out.x, y }, { x: into.x, y }, into, end]);
  if (from.side === 'right' && to.side === 'left' && out.x <= into.x) {
    const x = (start.x + end.x) / 2;
    routes.push([start, { x, y: start.y }, { x, y: end.y }, end]);
  }
  const ranked = routes
    .map(simplified)
    .map((points) => ({ points, cost: cost(points, obstacles) + SHARED * sharedLength(points, taken) }));
  return ranked.reduce((best, next) => (next.cost < best.cost ? next : best)).points;
}

/** The middle of a side. */
export function dock(bounds: Bounds, side: Side): Point {
  const { x, y } = centreOf(bounds);
  if (side === 'left') return { x: bounds.x, y };
  if (side === 'right') return { x: bounds.x + bounds.width, y };
  return { x, y: side === 'top' ? bounds.y : bounds.y + bounds.height };
}

function step({ x, y }: Point, side: Side): Point {
  if (side === 'left') return { x: x - CLEARANCE, y };
  if (side === 'right') return { x: x + CLEARANCE, y };
  return { x, y: side === 'top' ? y - CLEARANCE : y + CLEARANCE };
}

/** Without points that repeat or lie on a straight line between their neighbours. */
export function simplified(points: readonly Point[]): Point[] {
  const distinct = points.filter((p, i) => i === 0 || p.x !== points[i - 1]?.x || p.y !== points[i - 1]?.y);
  return distinct.filter((p, i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]];
    if (!before || !after) return true;
    const straight = (before.x === p.x && p.x === after.x) || (before.y === p.y && p.y === after.y);
    return !straight;
  });
}

function cost(points: readonly Point[], obstacles: readonly Bounds[]): number {
  let total = points.length * BEND;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    total += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    total += HIT * obstacles.filter((obstacle) => crosses(a, b, obstacle)).length;
  }
  return total;
}

/** How long a line lies on others, in px. */
export function sharedLength(points: readonly Point[], others: readonly (readonly Point[])[]): number {
  let total = 0;
  for (const [a, b] of pairs(points))
    for (const other of others)
      for (const [c, d] of pairs(other))
        for (const [along, across] of AXES) {
          if (a[across] !== b[across] || c[across] !== d[across] || a[across] !== c[across]) continue;
          const from = Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
          const to = Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]));
          total += Math.max(0, to - from);
        }
  return total;
}

const AXES = [
  ['x', 'y'],
  ['y', 'x'],
] as const;

const pairs = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, i) => [points[i] as Point, point]);

/** Whether an axis-parallel segment runs through the inside of a rectangle. */
export function crosses(a: Point, b: Point, { x, y, width, height }: Bounds): boolean {
  const inX = Math.min(a.x, b.x) < x + width - 1 && Math.max(a.x, b.x) > x + 1;
  return inX && Math.min(a.y, b.y) < y + height - 1 && Math.max(a.y, b.y) > y + 1;
}
