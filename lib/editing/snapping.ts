import type { Bounds, Point } from '@/lib/document';
import { type Axis, along, crossOf, endOf, middleOf, sizeOf, startOf } from './axis';
import { GRID, snap } from './geometry';

/** Why a moved shape was drawn to a place, for the lines that show it. All in diagram pixels. */
export type Guide =
  /** Edges or middles lie on one line: it is upright for `x`. */
  | { kind: 'line'; axis: Axis; at: number; from: number; to: number }
  /** Gaps along an axis are equal: each goes from `start` to `end`, `across` is where it is shown. */
  | {
      kind: 'gap';
      axis: Axis;
      size: number;
      gaps: readonly { start: number; end: number; across: number }[];
    };

/** How near an edge, a middle or a gap must come to be drawn there, in screen pixels. */
export const SNAP_TOLERANCE = 7;

interface Candidate {
  by: number;
  /** Middles before gaps before edges, where several are as near. */
  rank: number;
}

/**
 * Draws moved bounds to the edges and middles of others and to equal gaps between neighbours, else to the grid.
 * Both directions are decided on their own.
 * @param moving where the movement by itself would put it. @param zoom of the canvas, 1 = 100 %.
 * @param grid diagram units between places of the grid
 */
export function snapMove(
  moving: Bounds,
  others: readonly Bounds[],
  zoom = 1,
  grid = GRID,
): { delta: Point; guides: Guide[] } {
  const reach = SNAP_TOLERANCE / zoom;
  const [x, y] = (['x', 'y'] as const).map((axis) => nearest(moving, others, axis, reach));
  const delta = { x: x ?? toGrid(moving, 'x', grid), y: y ?? toGrid(moving, 'y', grid) };
  const placed = { ...moving, x: moving.x + delta.x, y: moving.y + delta.y };
  const guides = (['x', 'y'] as const).flatMap((axis) =>
    (axis === 'x' ? x : y) === undefined
      ? []
      : [...lines(placed, others, axis), ...equalGaps(placed, others, axis)],
  );
  return { delta, guides };
}

const toGrid = (b: Bounds, axis: Axis, grid: number): number =>
  snap(middleOf(b, axis), grid) - middleOf(b, axis);

function nearest(moving: Bounds, others: readonly Bounds[], axis: Axis, reach: number): number | undefined {
  let best: Candidate | undefined;
  const offer = (by: number, rank: number) => {
    const near = Math.abs(by);
    if (near > reach) return;
    if (!best || near < Math.abs(best.by) - 0.01 || (near < Math.abs(best.by) + 0.01 && rank < best.rank))
      best = { by, rank };
  };
  const [start, middle, end] = [startOf(moving, axis), middleOf(moving, axis), endOf(moving, axis)];
  for (const other of others) {
    const [from, to] = [startOf(other, axis), endOf(other, axis)];
    // A drag asks all shapes at every step, and most are far away.
    if (from - end > reach || start - to > reach) continue;
    offer((from + to) / 2 - middle, 0);
    offer(from - start, 2);
    offer(to - start, 2);
    offer(from - end, 2);
    offer(to - end, 2);
  }
  for (const place of gapStarts(moving, others, axis)) offer(place - start, 1);
  return best?.by;
}

/** Neighbours in the same row or column, in order. */
function rowOf(moving: Bounds, others: readonly Bounds[], axis: Axis): Bounds[] {
  const cross = crossOf(axis);
  return others
    .filter((b) => startOf(b, cross) < endOf(moving, cross) && startOf(moving, cross) < endOf(b, cross))
    .toSorted((a, b) => startOf(a, axis) - startOf(b, axis));
}

/** Places at which the gap to a neighbour equals one that is there, or both gaps are the same. */
function gapStarts(moving: Bounds, others: readonly Bounds[], axis: Axis): number[] {
  const row = rowOf(moving, others, axis);
  const middle = middleOf(moving, axis);
  const before = row.filter((b) => middleOf(b, axis) < middle);
  const after = row.filter((b) => middleOf(b, axis) >= middle);
  const [left, right] = [before.at(-1), after[0]];
  const size = sizeOf(moving, axis);
  const found: number[] = [];
  if (left && right) found.push((endOf(left, axis) + startOf(right, axis) - size) / 2);
  const [a, b] = [before.at(-2), after[1]];
  if (a && left) found.push(endOf(left, axis) + gapOf(a, left, axis));
  if (right && b) found.push(startOf(right, axis) - gapOf(right, b, axis) - size);
  return found.filter((start) => Number.isFinite(start));
}

const gapOf = (a: Bounds, b: Bounds, axis: Axis): number => {
  const gap = startOf(b, axis) - endOf(a, axis);
  return gap > 0 ? gap : Number.NaN;
};

function lines(placed: Bounds, others: readonly Bounds[], axis: Axis): Guide[] {
  const cross = crossOf(axis);
  const [start, end] = [startOf(placed, axis), endOf(placed, axis)];
  const beside = others.filter((b) => startOf(b, axis) < end + SAME && endOf(b, axis) > start - SAME);
  const found = new Map<number, Bounds[]>();
  for (const own of [startOf, middleOf, endOf]) {
    const at = own(placed, axis);
    const on = beside.filter((b) =>
      own === middleOf ? same(middleOf(b, axis), at) : same(startOf(b, axis), at) || same(endOf(b, axis), at),
    );
    if (on.length > 0) found.set(at, [placed, ...on]);
  }
  return [...found].map(([at, all]) => ({
    kind: 'line',
    axis,
    at,
    from: Math.min(...all.map((b) => startOf(b, cross))),
    to: Math.max(...all.map((b) => endOf(b, cross))),
  }));
}

/** The equal gaps a shape makes where it is, if it makes any. */
function equalGaps(placed: Bounds, others: readonly Bounds[], axis: Axis): Guide[] {
  const row = [...rowOf(placed, others, axis), placed].toSorted(
    (a, b) => startOf(a, axis) - startOf(b, axis),
  );
  const at = row.indexOf(placed);
  const gaps = row.slice(1).map((b, i) => ({ i, size: gapOf(row[i] as Bounds, b, axis) }));
  const own = gaps.filter(({ i }) => i === at - 1 || i === at);
  for (const { size } of own) {
    const equal = gaps.filter((gap) => Math.abs(gap.i + 0.5 - at) <= 1.5 && same(gap.size, size));
    if (equal.length < 2) continue;
    return [
      {
        kind: 'gap',
        axis,
        size,
        gaps: equal.map(({ i }) => gapPlace(row[i] as Bounds, row[i + 1] as Bounds, axis)),
      },
    ];
  }
  return [];
}

function gapPlace(a: Bounds, b: Bounds, axis: Axis) {
  const cross = crossOf(axis);
  const across =
    (Math.max(startOf(a, cross), startOf(b, cross)) + Math.min(endOf(a, cross), endOf(b, cross))) / 2;
  return { start: endOf(a, axis), end: startOf(b, axis), across };
}

/** Places nearer than this are one, in diagram pixels. */
const SAME = 0.5;
const same = (a: number, b: number): boolean => Math.abs(a - b) < SAME;

/** A distance along one axis only, for movements that are held to it (Shift). */
export const onlyAlong = (axis: Axis, delta: Point): Point => along(axis, delta[axis]);
