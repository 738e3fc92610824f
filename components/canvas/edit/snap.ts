import type { Bounds, Point } from '@/lib/document';
import { centre, snap } from '@/lib/editing/geometry';
import type { Guide } from './gesture-store';

/** How near a centre must come to another one to be drawn to it, in screen pixels. */
const TOLERANCE = 7;

/**
 * Draws a moved shape to the centre lines of others, else to the grid, and says which lines it lies on.
 * @param moving bounds after the raw movement, in diagram pixels. @param zoom of the canvas, 1 = 100 %.
 */
export function snapTo(
  moving: Bounds,
  others: readonly Bounds[],
  zoom: number,
): { delta: Point; guides: Guide[] } {
  const c = centre(moving);
  const x = nearest(c.x, others, (b) => centre(b).x, TOLERANCE / zoom);
  const y = nearest(c.y, others, (b) => centre(b).y, TOLERANCE / zoom);
  const at = { x: x?.at ?? snap(c.x), y: y?.at ?? snap(c.y) };
  const moved = { ...moving, x: moving.x + at.x - c.x, y: moving.y + at.y - c.y };
  const guides: Guide[] = [];
  if (x) guides.push({ axis: 'x', at: x.at, bounds: [moved, ...x.bounds] });
  if (y) guides.push({ axis: 'y', at: y.at, bounds: [moved, ...y.bounds] });
  return { delta: { x: at.x - c.x, y: at.y - c.y }, guides };
}

function nearest(value: number, others: readonly Bounds[], of: (b: Bounds) => number, reach: number) {
  let at: number | undefined;
  for (const b of others) {
    const distance = Math.abs(of(b) - value);
    if (distance <= reach && (at === undefined || distance < Math.abs(at - value))) at = of(b);
  }
  if (at === undefined) return undefined;
  const line = at;
  return { at: line, bounds: others.filter((b) => Math.abs(of(b) - line) < 0.5) };
}
