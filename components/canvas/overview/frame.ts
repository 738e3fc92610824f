import { union } from '@/components/bpmn/bounds';
import type { Bounds, Point } from '@/components/bpmn/types';

/** How a diagram lies on the overview: a point p of it is at `(p - origin) * scale`. */
export interface Frame extends Point {
  scale: number;
}

/** Clear space at the border of the overview, in its pixels. */
const PADDING = 5;

/** The frame that holds the diagram and what is seen of it, in the middle. */
export function frameOf(diagram: Bounds, seen: Bounds, width: number, height: number): Frame {
  const all = diagram.width > 0 || diagram.height > 0 ? union([diagram, seen]) : seen;
  const scale = Math.min((width - 2 * PADDING) / all.width, (height - 2 * PADDING) / all.height);
  return {
    scale,
    x: all.x - (width / scale - all.width) / 2,
    y: all.y - (height / scale - all.height) / 2,
  };
}

/** The diagram's point under a point of the overview. */
export const pointIn = ({ x, y, scale }: Frame, at: Point): Point => ({
  x: at.x / scale + x,
  y: at.y / scale + y,
});
