import { type Bounds, boundsOf, type ElementId, get, type ProcessDocument } from '@/lib/document';
import { type Axis, crossOf, endOf, sizeOf, spanned, startOf } from '../axis';
import { poolOf } from '../contain';
import { setBounds } from '../di';
import { Edit } from '../edit';
import { allLanesOf, isUpright, ownerOfLane, processOfLane, reassignLanes } from '../lanes';
import { label, leastSize } from '../rules';
import { type EditResult, refuse } from '../types';
import { atLeast, resizeIn } from './resize';

/** The least breadth of a lane, in diagram pixels. */
export const LEAST_LANE = 60;

/**
 * Moves the borders of a lane: a neighbour gives or takes what the lane takes or gives; at the outer border, and
 * along the lane, the pool goes with it. No lane gets smaller than its least breadth.
 */
export function resizeLane(document: ProcessDocument, lane: ElementId, wanted: Bounds): EditResult {
  const process = processOfLane(document, lane);
  const pool = process && poolOf(document, process);
  const bounds = boundsOf(document, lane);
  if (!process || !pool || !bounds) return refuse('This lane is in no pool that is drawn');
  const axis: Axis = isUpright(document, pool) ? 'x' : 'y';
  const edit = new Edit(document);
  alongLane(edit, { pool, lane, axis: crossOf(axis) }, wanted);
  for (const side of ['start', 'end'] as const) {
    const [from, to] = side === 'start' ? [startOf, wanted[axis]] : [endOf, endOf(wanted, axis)];
    const now = boundsOf(edit.document, lane) ?? bounds;
    moveBorder(edit, { process, pool, axis, side }, from(now, axis), to);
  }
  reassignLanes(edit, process);
  return { document: edit.document, select: [lane], announce: `Resized ${label(document, lane)}` };
}

interface Along {
  pool: ElementId;
  lane: ElementId;
  axis: Axis;
}

/** The ends of a lane are those of its pool; the name bands in between keep their width. */
function alongLane(edit: Edit, { pool, lane, axis }: Along, wanted: Bounds): void {
  const [before, outer] = [boundsOf(edit.document, lane), boundsOf(edit.document, pool)];
  if (!before || !outer) return;
  const start = startOf(outer, axis) + startOf(wanted, axis) - startOf(before, axis);
  const end = endOf(outer, axis) + endOf(wanted, axis) - endOf(before, axis);
  if (start === startOf(outer, axis) && end === endOf(outer, axis)) return;
  resizeIn(edit, pool, atLeast(edit.document, pool, spanned(outer, axis, start, Math.max(start, end))));
}

interface Border {
  process: ElementId;
  pool: ElementId;
  axis: Axis;
  /** Which border of the lane moves. */
  side: 'start' | 'end';
}

/** Moves one line between lanes, with every lane that ends or begins at it, as far as all of them stay large enough. */
function moveBorder(edit: Edit, { process, pool, axis, side }: Border, from: number, to: number): void {
  if (from === to) return;
  const outer = boundsOf(edit.document, pool);
  if (!outer) return;
  const lanes = allLanesOf(edit.document, process).flatMap(({ id }) => {
    const bounds = boundsOf(edit.document, id);
    return bounds ? [{ id, bounds }] : [];
  });
  const ending = lanes.filter(({ bounds }) => near(endOf(bounds, axis), from));
  const beginning = lanes.filter(({ bounds }) => near(startOf(bounds, axis), from));
  let at = to;
  for (const { bounds } of ending) at = Math.max(at, startOf(bounds, axis) + LEAST_LANE);
  for (const { bounds } of beginning) at = Math.min(at, endOf(bounds, axis) - LEAST_LANE);
  const isOuter = near(side === 'end' ? endOf(outer, axis) : startOf(outer, axis), from);
  if (isOuter) at = outerLimit(edit, { pool, axis, side }, outer, at);
  for (const { id, bounds } of ending) setBounds(edit, id, spanned(bounds, axis, startOf(bounds, axis), at));
  for (const { id, bounds } of beginning) setBounds(edit, id, spanned(bounds, axis, at, endOf(bounds, axis)));
  if (isOuter) {
    const [start, end] = side === 'end' ? [startOf(outer, axis), at] : [at, endOf(outer, axis)];
    resizeIn(edit, pool, spanned(outer, axis, start, end));
  }
}

/** The outer border can't pass what is in the pool. */
function outerLimit(
  edit: Edit,
  { pool, axis, side }: Omit<Border, 'process'>,
  outer: Bounds,
  at: number,
): number {
  const [start, end] = side === 'end' ? [startOf(outer, axis), at] : [at, endOf(outer, axis)];
  const least = leastSize(get(edit.document, pool)?.type ?? '');
  const size = Math.max(end - start, axis === 'x' ? least.width : least.height);
  const sized =
    side === 'end' ? spanned(outer, axis, start, start + size) : spanned(outer, axis, end - size, end);
  const held = atLeast(edit.document, pool, sized);
  return side === 'end' ? endOf(held, axis) : startOf(held, axis);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;

/**
 * Takes the place of lanes that are deleted: the lane before, else the one after, grows into it. Their shapes are
 * still there; a lane whose neighbours go too leaves its place to the next that stays.
 */
export function closeGaps(edit: Edit, gone: ReadonlySet<ElementId>): void {
  for (const lane of gone) {
    const bounds = boundsOf(edit.document, lane);
    const owner = ownerOfLane(edit.document, lane);
    const process = processOfLane(edit.document, lane);
    const pool = process && poolOf(edit.document, process);
    if (!bounds || !owner || gone.has(owner) || !pool || gone.has(pool)) continue;
    const axis: Axis = isUpright(edit.document, pool) ? 'x' : 'y';
    const set = edit.get(edit.get(lane)?.parent)?.children.lanes ?? [];
    const others = set.filter((id) => id !== lane && !gone.has(id));
    const heir = nearestLane(edit, others, bounds, axis);
    if (heir) takeOver(edit, allUnder(edit.document, heir), axis, bounds);
    // Whoever is next finds the gap closed.
    setBounds(edit, lane, spanned(bounds, axis, startOf(bounds, axis), startOf(bounds, axis)));
  }
}

function nearestLane(
  edit: Edit,
  lanes: readonly ElementId[],
  gap: Bounds,
  axis: Axis,
): ElementId | undefined {
  const touching = lanes.filter((id) => {
    const b = boundsOf(edit.document, id);
    return b && (near(endOf(b, axis), startOf(gap, axis)) || near(startOf(b, axis), endOf(gap, axis)));
  });
  const before = touching.find((id) =>
    near(endOf(boundsOf(edit.document, id) ?? gap, axis), startOf(gap, axis)),
  );
  return before ?? touching[0];
}

const allUnder = (document: ProcessDocument, lane: ElementId): ElementId[] => [
  lane,
  ...allLanesOf(document, lane).map(({ id }) => id),
];

/** Lanes whose border is that of the gap get the gap. */
function takeOver(edit: Edit, lanes: readonly ElementId[], axis: Axis, gap: Bounds): void {
  for (const id of lanes) {
    const b = boundsOf(edit.document, id);
    if (!b) continue;
    if (near(endOf(b, axis), startOf(gap, axis)))
      setBounds(edit, id, spanned(b, axis, startOf(b, axis), endOf(b, axis) + sizeOf(gap, axis)));
    else if (near(startOf(b, axis), endOf(gap, axis)))
      setBounds(edit, id, spanned(b, axis, startOf(b, axis) - sizeOf(gap, axis), endOf(b, axis)));
  }
}
