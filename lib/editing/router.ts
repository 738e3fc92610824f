import { type Bounds, bottom, centre, contains, grow, type Point, right, samePoint, snap } from './geometry';

/** The outline an edge docks at. */
export type Outline = 'box' | 'circle' | 'diamond';
export type Side = 'left' | 'right' | 'top' | 'bottom';

/** One end of an edge: where the shape is, its outline, and the only side it may use (boundary events). */
export interface Dock {
  bounds: Bounds;
  outline: Outline;
  only?: Side;
  /** Pools: the edge docks straight above or below the other end. */
  wide?: true;
}

/** Length of the first and last segment before an edge turns. */
const STUB = 20;
const BEND_COST = 40;
const CROSSING_COST = 2000;
const SIDES: readonly Side[] = ['right', 'bottom', 'top', 'left'];
const AWAY: Record<Side, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/**
 * An orthogonal route from border to border, leaving and entering at right angles. Flows prefer to leave to the
 * right and to enter from the left; gateways are left and entered at the corner that points the way.
 * @param upright message flows: they prefer to run from bottom to top edges.
 */
export function route(source: Dock, target: Dock, upright = false): Point[] {
  const straight = straightLine(source, target, upright);
  if (straight) return straight;
  let best: Point[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const out of source.only ? [source.only] : SIDES)
    for (const into of target.only ? [target.only] : SIDES) {
      const points = elbow(source, out, target, into);
      const cost = costOf(points, source, target) + sideCost(source, out, target, into, upright);
      if (cost < least - 0.01) [best, least] = [points, cost];
    }
  return best;
}

/** A straight line between the centres, cut at both borders: associations. */
export function straightRoute(source: Dock, target: Dock): Point[] {
  const [a, b] = [centre(source.bounds), centre(target.bounds)];
  return [borderPoint(source, b), borderPoint(target, a)];
}

/** Where the line from the centre towards `towards` leaves the outline. */
export function borderPoint({ bounds, outline }: Pick<Dock, 'bounds' | 'outline'>, towards: Point): Point {
  const c = centre(bounds);
  const [dx, dy] = [towards.x - c.x, towards.y - c.y];
  const [w, h] = [bounds.width / 2, bounds.height / 2];
  const reach = { box: Math.max(Math.abs(dx) / w, Math.abs(dy) / h), circle: Math.hypot(dx / w, dy / h) };
  const scale = outline === 'diamond' ? Math.abs(dx) / w + Math.abs(dy) / h : reach[outline];
  if (!scale) return c;
  return { x: c.x + dx / scale, y: c.y + dy / scale };
}

/** The middle of a side; for pools the place on it nearest to the other end. */
export function sidePoint(dock: Dock, side: Side, other: Dock): Point {
  const c = centre(dock.bounds);
  const a = AWAY[side];
  const middle = { x: c.x + (a.x * dock.bounds.width) / 2, y: c.y + (a.y * dock.bounds.height) / 2 };
  if (!dock.wide) return middle;
  const o = centre(other.bounds);
  if (a.x === 0) middle.x = clamp(o.x, dock.bounds.x + STUB, right(dock.bounds) - STUB);
  else middle.y = clamp(o.y, dock.bounds.y + STUB, bottom(dock.bounds) - STUB);
  return middle;
}

/** A level line where both shapes can be docked at the same height, from left to right. */
function straightLine(source: Dock, target: Dock, upright: boolean): Point[] | undefined {
  if (upright || (source.only && source.only !== 'right') || (target.only && target.only !== 'left'))
    return undefined;
  if (right(source.bounds) + 1 > target.bounds.x) return undefined;
  const [a, b] = [centre(source.bounds).y, centre(target.bounds).y];
  const y = levelFor(source, target.outline === 'box' ? a : b) ? (target.outline === 'box' ? a : b) : b;
  if (!levelFor(source, y) || !levelFor(target, y)) return undefined;
  return [
    { x: right(source.bounds), y },
    { x: target.bounds.x, y },
  ];
}

/** Boxes can be docked a little beside their middle, the others at their point only. */
function levelFor({ bounds, outline }: Dock, y: number): boolean {
  const off = Math.abs(y - centre(bounds).y);
  return outline === 'box' ? off <= Math.min(10, bounds.height / 4) : off < 0.5;
}

function elbow(source: Dock, out: Side, target: Dock, into: Side): Point[] {
  const start = sidePoint(source, out, target);
  const end = sidePoint(target, into, source);
  const [a, b] = [AWAY[out], AWAY[into]];
  const from = { x: start.x + a.x * STUB, y: start.y + a.y * STUB };
  const to = { x: end.x + b.x * STUB, y: end.y + b.y * STUB };
  const middle =
    (a.x !== 0) === (b.x !== 0) ? parallel(from, to, a, b, source, target) : corner(from, to, a, b);
  return simplify([start, from, ...middle, to, end]);
}

/** Both ends leave along the same axis: cross over half-way, or go around the outside. */
function parallel(from: Point, to: Point, a: Point, b: Point, source: Dock, target: Dock): Point[] {
  const level = a.x !== 0;
  const [f, t, forward] = level ? [from.x, to.x, a.x] : [from.y, to.y, a.y];
  const facing = level ? a.x !== b.x : a.y !== b.y;
  let at: number;
  if (!facing) at = forward > 0 ? Math.max(f, t) : Math.min(f, t);
  else if ((t - f) * forward >= -2 * STUB + 1) at = snapBetween((f + t) / 2, f, t);
  else return around(from, to, level, source, target);
  return level
    ? [
        { x: at, y: from.y },
        { x: at, y: to.y },
      ]
    : [
        { x: from.x, y: at },
        { x: to.x, y: at },
      ];
}

/** The ends look away from each other: pass outside both shapes on the nearer side. */
function around(from: Point, to: Point, level: boolean, source: Dock, target: Dock): Point[] {
  const [s, t] = [source.bounds, target.bounds];
  if (level) {
    const [above, below] = [Math.min(s.y, t.y) - STUB, Math.max(bottom(s), bottom(t)) + STUB];
    const y = from.y + to.y - 2 * above <= 2 * below - from.y - to.y ? above : below;
    return [
      { x: from.x, y },
      { x: to.x, y },
    ];
  }
  const [before, after] = [Math.min(s.x, t.x) - STUB, Math.max(right(s), right(t)) + STUB];
  const x = from.x + to.x - 2 * before <= 2 * after - from.x - to.x ? before : after;
  return [
    { x, y: from.y },
    { x, y: to.y },
  ];
}

/** One end leaves level, the other upright: one corner when it lies ahead of both, else two. */
function corner(from: Point, to: Point, a: Point, b: Point): Point[] {
  const direct = a.x !== 0 ? { x: to.x, y: from.y } : { x: from.x, y: to.y };
  const ahead = (p: Point, q: Point, d: Point) => (q.x - p.x) * d.x + (q.y - p.y) * d.y >= -STUB;
  if (ahead(from, direct, a) && ahead(to, direct, b)) return [direct];
  return [a.x !== 0 ? { x: from.x, y: to.y } : { x: to.x, y: from.y }];
}

function costOf(points: readonly Point[], source: Dock, target: Dock): number {
  let cost = (points.length - 2) * BEND_COST;
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1] as Point, points[i] as Point];
    cost += Math.abs(p.x - q.x) + Math.abs(p.y - q.y);
    for (const { bounds } of [source, target]) if (runsThrough(p, q, grow(bounds, -1))) cost += CROSSING_COST;
  }
  return cost + (doublesBack(points) ? CROSSING_COST : 0);
}

function sideCost(source: Dock, out: Side, target: Dock, into: Side, upright: boolean): number {
  const first: Record<Side, number> = upright
    ? { bottom: 0, top: 0, right: 200, left: 200 }
    : { right: 0, bottom: 60, top: 62, left: 130 };
  const last: Record<Side, number> = upright
    ? { bottom: 0, top: 0, right: 200, left: 200 }
    : { left: 0, top: 60, bottom: 58, right: 130 };
  const free = (dock: Dock, side: Side) =>
    !upright && dock.outline === 'diamond' && (side === 'top' || side === 'bottom');
  return (free(source, out) ? 5 : first[out]) + (free(target, into) ? 5 : last[into]);
}

/** Whether a level or upright segment has a stretch inside the rectangle. */
function runsThrough(p: Point, q: Point, b: Bounds): boolean {
  const [x1, x2] = [Math.min(p.x, q.x), Math.max(p.x, q.x)];
  const [y1, y2] = [Math.min(p.y, q.y), Math.max(p.y, q.y)];
  return x1 < right(b) && x2 > b.x && y1 < bottom(b) && y2 > b.y;
}

function doublesBack(points: readonly Point[]): boolean {
  for (let i = 2; i < points.length; i++) {
    const [a, b, c] = [points[i - 2], points[i - 1], points[i]] as [Point, Point, Point];
    if ((b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < -0.01) return true;
  }
  return false;
}

/** Drops points that repeat or lie on the line between their neighbours. */
export function simplify(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const p of points) {
    const [a, b] = [kept[kept.length - 2], kept[kept.length - 1]];
    if (b && samePoint(b, p)) continue;
    if (a && b && between(a, b, p)) kept.pop();
    kept.push(p);
  }
  return kept.length > 1 ? kept : [...points.slice(0, 1), ...points.slice(-1)];
}

function between(a: Point, b: Point, c: Point): boolean {
  const level = Math.abs(a.y - b.y) < 0.5 && Math.abs(b.y - c.y) < 0.5 && (b.x - a.x) * (c.x - b.x) >= 0;
  return level || (Math.abs(a.x - b.x) < 0.5 && Math.abs(b.x - c.x) < 0.5 && (b.y - a.y) * (c.y - b.y) >= 0);
}

/** The grid line nearest to `value` when it lies between the two ends, else the value itself. */
function snapBetween(value: number, a: number, b: number): number {
  const at = snap(value);
  return at > Math.min(a, b) && at < Math.max(a, b) ? at : value;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Whether every segment is level or upright. */
export function isOrthogonal(points: readonly Point[]): boolean {
  return points.every((p, i) => {
    const q = points[i - 1];
    return !q || Math.abs(p.x - q.x) < 0.5 || Math.abs(p.y - q.y) < 0.5;
  });
}

/** The way-points with the dock end after its shape moved: bends are kept; undefined when they can't be. */
export function followEnd(points: readonly Point[], end: 'source' | 'target', delta: Point, dock: Dock) {
  const line = end === 'source' ? [...points] : [...points].reverse();
  const [first, second, third] = line;
  if (!first || !second || line.length < 3 || !third) return undefined;
  const moved = { x: first.x + delta.x, y: first.y + delta.y };
  const bend = { ...second };
  if (Math.abs(first.y - second.y) < 0.5) bend.y += delta.y;
  else if (Math.abs(first.x - second.x) < 0.5) bend.x += delta.x;
  if (contains(grow(dock.bounds, 2), bend) || turnsInward(moved, bend, dock.bounds)) return undefined;
  if (line.length === 3 && !isOrthogonal([bend, third])) return undefined;
  const next = [moved, bend, ...line.slice(2)];
  if (isOrthogonal(points) && !isOrthogonal(next)) return undefined;
  return end === 'source' ? next : next.reverse();
}

/** Whether the first segment would run back through the shape it leaves. */
function turnsInward(dockPoint: Point, bend: Point, bounds: Bounds): boolean {
  return runsThrough(dockPoint, bend, grow(bounds, -2));
}
