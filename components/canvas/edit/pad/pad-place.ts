import type { Bounds } from '@/components/bpmn/types';

/** From the element to its pad, and from the pad to the border of the canvas, in px of the screen. */
const AWAY = 20;
const MARGIN = 8;

/**
 * Where the pad of an element stands: at its right; further in where it would be cut by the right border of the canvas,
 * and further down or up where the top of the element is out of view.
 * @param element on the canvas, in px of the screen
 * @returns the distance from the element's right, negative inside it, and by how much the pad is moved down
 */
export function padPlace(
  element: Bounds,
  pad: { width: number; height: number },
  canvas: { width: number; height: number },
): { offset: number; down: number } {
  const right = element.x + element.width;
  const room = canvas.width - MARGIN - pad.width - right;
  const lowest = canvas.height - MARGIN - pad.height;
  const top = Math.max(MARGIN, Math.min(element.y, lowest));
  return { offset: Math.round(Math.min(AWAY, room)), down: Math.round(top - element.y) };
}

/** Canvases narrower than this have no room for a pad beside an element: it would hide the next step. In px. */
export const NARROW = 480;
/** What stands at the lower border of a canvas already, the overview being the highest, in px. */
export const BELOW_PAD = 90;

/**
 * Which border of a narrow canvas the pad stands at: the upper one, where nothing else is, unless the element is there.
 * @param element on the canvas, in px of the screen
 */
export const padBorder = (element: Bounds, pad: { height: number }): 'top' | 'bottom' =>
  element.y < pad.height + 2 * MARGIN && element.y + element.height > 0 ? 'bottom' : 'top';
