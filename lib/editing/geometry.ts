import type { Bounds, Point } from '@/lib/document';

export type { Bounds, Point };

/** Grid of the drawing board, in diagram pixels. */
export const GRID = 10;

/** Clear distance between a step and the one appended after it. */
export const APPEND_GAP = 50;

/** How far inside and outside the border an event may be dropped to be attached. */
export const ATTACH_BAND = 15;

/** Nearest multiple of the grid. */
export const snap = (value: number, grid: number = GRID): number => Math.round(value / grid) * grid;

/** Whether a point can be one on a drawing: both coordinates are numbers. */
export const isPlace = (...points: readonly Point[]): boolean =>
  points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));

export const centre = (b: Bounds): Point => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 });
export const right = (b: Bounds): number => b.x + b.width;
export const bottom = (b: Bounds): number => b.y + b.height;

export const shift = <P extends Point>(p: P, delta: Point): P => ({
  ...p,
  x: p.x + delta.x,
  y: p.y + delta.y,
});

/** A rectangle of a size around a point. */
export function around(point: Point, size: { width: number; height: number }): Bounds {
  return {
    x: point.x - size.width / 2,
    y: point.y - size.height / 2,
    width: size.width,
    height: size.height,
  };
}

/** A rectangle grown on every side; negative shrinks. */
export function grow(b: Bounds, by: number): Bounds {
  return { x: b.x - by, y: b.y - by, width: b.width + 2 * by, height: b.height + 2 * by };
}

export function contains(b: Bounds, p: Point): boolean {
  return p.x >= b.x && p.x <= right(b) && p.y >= b.y && p.y <= bottom(b);
}

export function covers(outer: Bounds, inner: Bounds): boolean {
  return contains(outer, inner) && contains(outer, { x: right(inner), y: bottom(inner) });
}

export function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

/** The smallest rectangle around all; undefined for none. */
export function union(list: readonly Bounds[]): Bounds | undefined {
  if (list.length === 0) return undefined;
  const x = Math.min(...list.map((b) => b.x));
  const y = Math.min(...list.map((b) => b.y));
  return {
    x,
    y,
    width: Math.max(...list.map(right)) - x,
    height: Math.max(...list.map(bottom)) - y,
  };
}

export const samePoint = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5;

/** Distance of a point from a segment. */
export function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square));
  return Math.hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

/** Distance of a point from a line of several segments. */
export function distanceToLine(p: Point, line: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++)
    least = Math.min(least, distanceToSegment(p, line[i - 1] as Point, line[i] as Point));
  return least;
}
