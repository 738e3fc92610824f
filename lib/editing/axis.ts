import type { Bounds, Point } from '@/lib/document';

/** One direction of the drawing, so that what is done to columns is what is done to rows. */
export type Axis = 'x' | 'y';

export const crossOf = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
export const startOf = (b: Bounds, axis: Axis): number => b[axis];
export const sizeOf = (b: Bounds, axis: Axis): number => (axis === 'x' ? b.width : b.height);
export const endOf = (b: Bounds, axis: Axis): number => b[axis] + sizeOf(b, axis);
export const middleOf = (b: Bounds, axis: Axis): number => b[axis] + sizeOf(b, axis) / 2;

/** A distance along an axis as a vector. */
export const along = (axis: Axis, by: number): Point => (axis === 'x' ? { x: by, y: 0 } : { x: 0, y: by });

/** The rectangle with another start and end along an axis. */
export function spanned(b: Bounds, axis: Axis, start: number, end: number): Bounds {
  return axis === 'x' ? { ...b, x: start, width: end - start } : { ...b, y: start, height: end - start };
}
