import { boundsOf, type ElementId, edgeOf, type ProcessDocument, waypointsOf } from '@/lib/document';

/** How far outside a shape somebody else's selection is drawn, in px of the diagram: one's own is nearer. */
const OUTSIDE = 11;
/** How far beside a flow. */
const BESIDE = 6;

/** Where an element of somebody else's selection is marked. */
export interface OtherMark {
  id: ElementId;
  /** SVG path data. */
  path: string;
  /** The lower left corner of the name tag. */
  tag: { x: number; y: number };
}

/** The mark of an element on a plane; undefined where it isn't drawn there. */
export function markOf(document: ProcessDocument, plane: ElementId, id: ElementId): OtherMark | undefined {
  const bounds = boundsOf(document, id, plane);
  if (bounds) return { id, ...frame(bounds.x, bounds.y, bounds.width, bounds.height, OUTSIDE) };
  if (edgeOf(document, id)?.parent !== plane) return undefined;
  const points = waypointsOf(document, id);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  if (points.length < 2) return undefined;
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { id, ...frame(left, top, Math.max(...xs) - left, Math.max(...ys) - top, BESIDE) };
}

function frame(x: number, y: number, width: number, height: number, by: number) {
  const [left, top] = [x - by, y - by];
  return {
    path: `M${left} ${top}h${width + 2 * by}v${height + 2 * by}h${-(width + 2 * by)}z`,
    tag: { x: left, y: top },
  };
}
