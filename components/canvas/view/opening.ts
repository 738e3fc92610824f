import type { Bounds, DiagramNode, Point } from '@/components/bpmn/types';
import { boxOf, type Fit, viewportFor } from '../scene/fit';
import { FEW, type Viewport } from '../scene/window';

/** Below this zoom a whole diagram is too small for its names to be read. */
const TOO_SMALL = 0.5;
/** The zoom at which such a diagram opens instead. */
const READABLE = 0.6;
/** Room before the beginning of a diagram that doesn't fit, in px of the screen. */
const MARGIN = 20;

/**
 * Where a view opens: whole, or, where the whole would be too small to read, at its beginning, readable: the first
 * start event in the middle of the height. What happens in an instance comes first: the steps it is at are in the
 * middle. A very large diagram opens as a map of itself.
 * @param size of the view in px of the screen
 */
export function openingOf(
  nodes: readonly DiagramNode[],
  size: { width: number; height: number },
  fit: Fit,
): Viewport {
  const box = boxOf(nodes);
  if (box.width === 0) return { x: 0, y: 0, zoom: 1 };
  const whole = viewportFor(box, size, fit);
  if (whole.zoom >= TOO_SMALL || nodes.length > FEW) return whole;
  const middle = middleOf(nodes) ?? { x: box.x, y: box.y + box.height / 2 };
  return {
    zoom: READABLE,
    x: within(size.width / 2 - middle.x * READABLE, box.x, box.width, size.width),
    y: within(size.height / 2 - middle.y * READABLE, box.y, box.height, size.height),
  };
}

/** Whether some of the shapes are beyond what is seen. */
export const isCut = (box: Bounds, seen: Bounds): boolean =>
  box.x < seen.x ||
  box.y < seen.y ||
  box.x + box.width > seen.x + seen.width ||
  box.y + box.height > seen.y + seen.height;

/** What somebody looks for first: where an instance is, else the beginning. */
function middleOf(nodes: readonly DiagramNode[]): Point | undefined {
  const busy = nodes.filter(({ state }) => state === 'incident' || state === 'waiting' || state === 'active');
  const starts = nodes
    .filter(({ spec }) => spec.shape === 'event' && (spec.position ?? 'start') === 'start')
    .sort((a, b) => a.x - b.x);
  const [first] = busy.length > 0 ? busy : starts;
  return first && { x: first.x + first.spec.width / 2, y: first.y + first.spec.height / 2 };
}

/** Keeps an offset from showing emptiness beyond either end; what fits whole lies in the middle. */
function within(offset: number, start: number, length: number, room: number): number {
  if (length * READABLE + 2 * MARGIN <= room) return room / 2 - (start + length / 2) * READABLE;
  const most = MARGIN - start * READABLE;
  const least = room - MARGIN - (start + length) * READABLE;
  return Math.max(least, Math.min(most, offset));
}
