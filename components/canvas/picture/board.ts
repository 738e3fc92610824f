import type { Bounds, DiagramNode, Point } from '@/components/bpmn/types';
import type { Viewport } from '../scene/window';

/** Where a picture is drawn: the canvas, how the diagram lies on it in its pixels, and its size. */
export interface Board {
  pen: CanvasRenderingContext2D;
  view: Viewport;
  width: number;
  height: number;
  /** Pixels of the canvas per CSS pixel. */
  density: number;
  /** A CSS colour, `var()` included, as a plain one. */
  colour: (css: string) => string;
}

/** The box of an element in pixels of the canvas. */
export function boxOn({ view }: Board, { x, y, spec }: DiagramNode): Bounds {
  return {
    x: x * view.zoom + view.x,
    y: y * view.zoom + view.y,
    width: spec.width * view.zoom,
    height: spec.height * view.zoom,
  };
}

/** What an element draws around its box, in CSS pixels. */
const AROUND = 16;

/** Whether something of an element is on the canvas. */
export function isOn(board: Board, node: DiagramNode): boolean {
  const { x, y, width, height } = boxOn(board, node);
  const around = AROUND * board.density;
  return x + width > -around && y + height > -around && x < board.width + around && y < board.height + around;
}

/** Whether a line's box touches the canvas. */
export function lineIsOn({ view, width, height }: Board, points: readonly Point[]): boolean {
  let [left, right, above, below] = [true, true, true, true];
  for (const p of points) {
    const [x, y] = [p.x * view.zoom + view.x, p.y * view.zoom + view.y];
    left &&= x < 0;
    right &&= x > width;
    above &&= y < 0;
    below &&= y > height;
  }
  return !(left || right || above || below);
}
