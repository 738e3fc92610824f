import type { Viewport } from 'reactflow';
import type { Place } from '@/lib/presence/types';
import { MAX_ZOOM, MIN_ZOOM } from '../../scene/fit';

type Size = { width: number; height: number };
type View = NonNullable<Place['view']>;

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** What a canvas of a size shows of the drawing, in px of the diagram, to a tenth. */
export const viewOn = ({ x, y, zoom }: Viewport, { width, height }: Size): View => ({
  x: rounded((0 - x) / zoom),
  y: rounded((0 - y) / zoom),
  width: rounded(width / zoom),
  height: rounded(height / zoom),
});

/** The viewport in which a canvas of another size shows all that somebody sees, as large as it can. */
export function viewportShowing(view: View, { width, height }: Size): Viewport {
  const fitting = Math.min(width / view.width, height / view.height);
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, fitting));
  return {
    zoom,
    x: width / 2 - (view.x + view.width / 2) * zoom,
    y: height / 2 - (view.y + view.height / 2) * zoom,
  };
}
