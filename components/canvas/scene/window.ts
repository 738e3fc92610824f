import type { Bounds, DiagramEdge, DiagramNode, DiagramView, Point } from '@/components/bpmn/types';
import { contains } from '@/lib/editing/geometry';

/** Up to so many elements everything is kept ready: finding out what is seen would cost more. */
export const FEW = 150;

/** The window grows and shrinks by steps of this many diagram pixels, so that most movements don't change it. */
const STEP = 256;
/** What a symbol draws around its shape (ring, badge, label), in diagram pixels. */
const AROUND = 80;

/** How the diagram lies on screen: a point p of it is at `p * zoom + (x, y)`. */
export interface Viewport extends Point {
  zoom: number;
}

/** The part of the diagram to keep ready for a viewport: what it shows, with a margin, on whole steps. */
export function windowOf({ x, y, zoom }: Viewport, width: number, height: number): Bounds {
  const down = (value: number) => Math.floor((value - AROUND) / STEP) * STEP;
  const up = (value: number) => Math.ceil((value + AROUND) / STEP) * STEP;
  const [left, top] = [down(-x / zoom), down(-y / zoom)];
  return { x: left, y: top, width: up((width - x) / zoom) - left, height: up((height - y) / zoom) - top };
}

/** Which elements of a view have to be ready for a window, in the view's order. */
export function seenIn(view: DiagramView, window: Bounds): { nodes: DiagramNode[]; edges: DiagramEdge[] } {
  return {
    nodes: view.nodes.filter((node) => meets(window, node.x, node.y, node.spec.width, node.spec.height)),
    edges: view.edges.filter((edge) => crosses(edge, window)),
  };
}

const meets = (w: Bounds, x: number, y: number, width: number, height: number): boolean =>
  x <= w.x + w.width && x + width >= w.x && y <= w.y + w.height && y + height >= w.y;

/** Whether a line, or its label, is somewhere inside a window; its ends may both be far outside. */
export function crosses({ waypoints, labelBounds }: DiagramEdge, window: Bounds): boolean {
  if (labelBounds && meets(window, labelBounds.x, labelBounds.y, labelBounds.width, labelBounds.height))
    return true;
  for (let i = 1; i < waypoints.length; i++)
    if (segmentMeets(waypoints[i - 1] as Point, waypoints[i] as Point, window)) return true;
  return false;
}

function segmentMeets(a: Point, b: Point, w: Bounds): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  if (!meets(w, left, top, right - left, bottom - top)) return false;
  if (left === right || top === bottom || contains(w, a) || contains(w, b)) return true;
  // A slanted line meets the window when not all corners are on the same side of it.
  const side = (x: number, y: number) => Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));
  const sides = new Set([
    side(w.x, w.y),
    side(w.x + w.width, w.y),
    side(w.x, w.y + w.height),
    side(w.x + w.width, w.y + w.height),
  ]);
  return sides.size > 1;
}
