import { round } from './geometry';
import type { Point } from './types';

/** Radius of the corners of a flow. */
const CORNER = 5;

export interface TipSize {
  length: number;
  width: number;
}
/** The solid arrow head of a flow, and of a flow that was taken. */
export const TIP: TipSize = { length: 9.5, width: 8.8 };
export const TIP_TAKEN: TipSize = { length: 11, width: 10.4 };

/** Radius of the circle a message flow starts with. */
export const MESSAGE_RADIUS = 4;

const distance = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

/** The point `by` px before `to` on the line from `from`. */
function before(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return to;
  const t = Math.max(0, 1 - by / length);
  return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
}

const at = (p: Point) => `${round(p.x)} ${round(p.y)}`;

/** Drops points that repeat their predecessor: they have no direction and would break corners and tips. */
export function distinct(points: readonly Point[]): Point[] {
  return points.filter((p, i) => i === 0 || distance(points[i - 1] as Point, p) > 0.01);
}

/**
 * Path through way-points with rounded corners (5 px, less where a segment is short).
 * @param shortenEnd leaves this many px out at the end, so that a thick line doesn't poke through its arrow head.
 */
export function roundedPath(waypoints: readonly Point[], shortenEnd = 0): string {
  const points = distinct(waypoints);
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last || points.length < 2) return '';
  let d = `M${at(first)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]] as [Point, Point, Point];
    const r = Math.min(CORNER, distance(a, b) / 2, distance(b, c) / 2);
    d += `L${at(before(a, b, r))}Q${at(b)} ${at(before(c, b, r))}`;
  }
  const prior = points[points.length - 2] as Point;
  return `${d}L${at(before(prior, last, shortenEnd))}`;
}

/** A closed triangle with its point on `to`, coming from `from`. */
export function tipPath(from: Point, to: Point, size: TipSize): string {
  const base = tipBase(from, to, size);
  return base ? `M${at(to)}L${at(base[0])}L${at(base[1])}z` : '';
}

/** Two strokes of an open arrow head (associations, message flows). */
export function openTipPath(from: Point, to: Point, size: TipSize): string {
  const base = tipBase(from, to, size);
  return base ? `M${at(base[0])}L${at(to)}L${at(base[1])}` : '';
}

function tipBase(from: Point, to: Point, size: TipSize): [Point, Point] | undefined {
  const length = distance(from, to);
  if (length === 0) return undefined;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  const x = to.x - ux * size.length;
  const y = to.y - uy * size.length;
  const w = size.width / 2;
  return [
    { x: x - uy * w, y: y + ux * w },
    { x: x + uy * w, y: y - ux * w },
  ];
}

/** The slash of a default flow: 9 × 9 px across the line, 9 px after the source. */
export function defaultSlashPath(from: Point, towards: Point): string {
  const length = distance(from, towards);
  if (length === 0) return '';
  const ux = (towards.x - from.x) / length;
  const uy = (towards.y - from.y) / length;
  const along = Math.min(9, length / 2);
  const c = { x: from.x + ux * along, y: from.y + uy * along };
  const a = { x: c.x + (ux - uy) * 4.5, y: c.y + (uy + ux) * 4.5 };
  const b = { x: c.x - (ux - uy) * 4.5, y: c.y - (uy + ux) * 4.5 };
  return `M${at(a)}L${at(b)}`;
}

/** The centre of the circle a message flow starts with: outside of its source, which is drawn over the line. */
export function messageStart(from: Point, towards: Point): { cx: number; cy: number } {
  const { x, y } = before(towards, from, MESSAGE_RADIUS + 1);
  return { cx: round(x), cy: round(y) };
}

/** The diamond of a conditional flow out of an activity: 14 × 8 px, its corner on the source. */
export function conditionalDiamondPath(from: Point, towards: Point): string {
  const length = distance(from, towards);
  if (length === 0) return '';
  const ux = (towards.x - from.x) / length;
  const uy = (towards.y - from.y) / length;
  const mid = { x: from.x + ux * 7, y: from.y + uy * 7 };
  const far = { x: from.x + ux * 14, y: from.y + uy * 14 };
  const l = { x: mid.x - uy * 4, y: mid.y + ux * 4 };
  const r = { x: mid.x + uy * 4, y: mid.y - ux * 4 };
  return `M${at(from)}L${at(l)}L${at(far)}L${at(r)}z`;
}
