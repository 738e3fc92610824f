import { GRID } from '@/lib/editing';

/** Between two dots at 100 %, in diagram units. */
const DOTS = 2 * GRID;
/** Nearer than this on screen dots are a haze, farther apart they are no help; pixels. */
const [NEAREST, FARTHEST] = [14, 48];

export interface GridLook {
  /** Between two dots, in pixels. */
  cell: number;
  /** Where the first cell begins, in pixels: less than one cell. */
  x: number;
  y: number;
}

/**
 * Where dots are drawn so that they lie on places of the grid; a dot is in the middle of its cell.
 * @param transform how the diagram is moved, in pixels, and its zoom
 */
export function gridAt([x, y, zoom]: readonly [number, number, number]): GridLook {
  let step = DOTS;
  while (step * zoom < NEAREST) step *= 2;
  if (step * zoom > FARTHEST) step = GRID;
  const cell = step * zoom;
  const begin = (offset: number) => (((offset - cell / 2) % cell) + cell) % cell;
  return { cell, x: begin(x), y: begin(y) };
}
