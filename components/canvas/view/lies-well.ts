import type { Bounds } from '@/components/bpmn/types';

/** Room an element needs for its label, its ring and the pad at its right, in px of the window. */
const ROOM = { left: 24, top: 24, right: 110, bottom: 40 };

/**
 * Whether an element can be seen and worked on where it is, so that nobody's view has to move for it: inside the
 * canvas, with room around, and with nothing over its middle. All in pixels of the window.
 * @param isOpen whether a point of the canvas isn't covered by a panel
 */
export function liesWell(
  { x, y, width, height }: Bounds,
  canvas: Bounds,
  isOpen: (x: number, y: number) => boolean,
): boolean {
  return (
    x >= canvas.x + ROOM.left &&
    y >= canvas.y + ROOM.top &&
    x + width <= canvas.x + canvas.width - ROOM.right &&
    y + height <= canvas.y + canvas.height - ROOM.bottom &&
    isOpen(x + width / 2, y + height / 2)
  );
}

/** The same for an element of the diagram on the canvas of the page. */
export function liesWellOn(
  board: HTMLElement | null,
  box: Bounds,
  toScreen: (at: { x: number; y: number }) => { x: number; y: number },
): boolean {
  if (!board) return false;
  const from = toScreen(box);
  const to = toScreen({ x: box.x + box.width, y: box.y + box.height });
  const seen = { ...from, width: to.x - from.x, height: to.y - from.y };
  return liesWell(seen, board.getBoundingClientRect(), (x, y) =>
    board.contains(document.elementFromPoint(x, y)),
  );
}
