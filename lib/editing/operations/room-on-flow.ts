import {
  boundsOf,
  type ElementId,
  edgeOf,
  get,
  type Point,
  type ProcessDocument,
  ref,
  waypointsOf,
} from '@/lib/document';
import { type Axis, crossOf, endOf, startOf } from '../axis';
import { APPEND_GAP, distanceToLine } from '../geometry';
import { isRefused } from '../types';
import { makeSpace } from './space';

/** Less than this between two steps, in px, leaves no flow to be seen. */
const LEAST_GAP = 20;

/** A stretch of a flow, and between which places along its axis a step can stand in it. */
interface Stretch {
  axis: Axis;
  /** Where the stretch lies across its axis. */
  level: number;
  from: number;
  to: number;
  /** What begins here or beyond moves on. */
  beyond: number;
}

/**
 * Where a step that is dropped on a flow stands: on its line, between what is before and after, and no nearer to either
 * than a flow can be seen. Where the stretch is too short, everything beyond it moves on to make room. Flows that lead
 * back to the left or up keep what is there.
 * @param at the middle of the step as it was dropped
 */
export function roomOnFlow(
  document: ProcessDocument,
  flow: ElementId,
  at: Point,
  size: { width: number; height: number },
): { document: ProcessDocument; at: Point } {
  const stretch = stretchAt(document, flow, at);
  const plane = edgeOf(document, flow)?.parent;
  if (!stretch || !plane) return { document, at };
  const { axis, level, from, to, beyond } = stretch;
  const length = axis === 'x' ? size.width : size.height;
  const middle = (start: number): Point =>
    axis === 'x' ? { x: start + length / 2, y: level } : { x: level, y: start + length / 2 };
  if (to - from >= length + 2 * LEAST_GAP) {
    const wanted = at[axis] - length / 2;
    const start = Math.max(from + LEAST_GAP, Math.min(to - LEAST_GAP - length, wanted));
    return { document, at: middle(start) };
  }
  const by = length + 2 * APPEND_GAP - (to - from);
  const made = makeSpace(document, { plane, axis, at: beyond, by });
  return isRefused(made) ? { document, at } : { document: made.document, at: middle(from + APPEND_GAP) };
}

/** The stretch of the flow that is nearest to a point, when it leads to the right or down. */
function stretchAt(document: ProcessDocument, flow: ElementId, at: Point): Stretch | undefined {
  const points = waypointsOf(document, flow);
  const pieces = points.slice(1).map((end, i) => [points[i] ?? end, end] as const);
  const [nearest] = pieces
    .map((piece, i) => ({ piece, i, far: distanceToLine(at, piece) }))
    .toSorted((p, q) => p.far - q.far);
  if (!nearest) return undefined;
  const [a, b] = nearest.piece;
  const axis: Axis = Math.abs(a.y - b.y) <= Math.abs(a.x - b.x) ? 'x' : 'y';
  const cross = crossOf(axis);
  if (a[cross] !== b[cross] || a[axis] >= b[axis]) return undefined;
  const end = (which: 'sourceRef' | 'targetRef') => boundsOf(document, ref(get(document, flow), which) ?? '');
  const [source, target] = [end('sourceRef'), end('targetRef')];
  // A line may begin or end within a shape that was moved since; bends are where they are.
  const from = nearest.i === 0 && source ? Math.max(a[axis], endOf(source, axis)) : a[axis];
  const to = nearest.i === pieces.length - 1 && target ? Math.min(b[axis], startOf(target, axis)) : b[axis];
  // A line that bends into its target from above or below has the target around its bend.
  const begin = target ? startOf(target, axis) : to;
  const beyond = begin > from ? Math.min(to, begin) : to;
  return from < to ? { axis, level: a[cross], from, to, beyond } : undefined;
}
