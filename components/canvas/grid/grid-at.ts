import { GRID } from '@/lib/editing';

/** Between two dots at 100 %, in diagram units. */
const DOTS = 2 * GRID;
/** Nearer than this on screen dots are a haze, farther apart they are no help; pixels. */
const [NEAREST, FARTHEST] = [14, 48];

/** How far the layer of dots reaches beyond the board on each side, in pixels: one cell at most is moved into view. */
export const MARGIN = FARTHEST;

export interface GridLook {
  /** Between two dots, in pixels. */
  cell: number;
  /** How far the layer is moved, in pixels: less than one cell. */
  x: number;
  y: number;
}

/**
 * Where dots are drawn so that they lie on places of the grid. A dot is in the middle of its cell, and the layer begins
 * `MARGIN` before the board.
 * @param transform how the diagram is moved, in pixels, and its zoom
 */
export function gridAt([x, y, zoom]: readonly [number, number, number]): GridLook {
  let step = DOTS;
  while (step * zoom < NEAREST) step *= 2;
  if (step * zoom > FARTHEST && step > GRID) step = GRID;
  const cell = step * zoom;
  const into = (offset: number) => (((offset + MARGIN - cell / 2) % cell) + cell) % cell;
  return { cell, x: into(x), y: into(y) };
}
