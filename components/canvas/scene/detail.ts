/** How much of an element is drawn: all of it, its icon and state, or a block in its place. */
export type Detail = 'full' | 'icons' | 'blocks';

/** Below these zooms labels, then icons, are too small to be read. */
const ICONS_BELOW = 0.4;
const BLOCKS_BELOW = 0.2;

/** The level of detail at a zoom (1 is 100 %). */
export function detailAt(zoom: number): Detail {
  if (zoom >= ICONS_BELOW) return 'full';
  return zoom >= BLOCKS_BELOW ? 'icons' : 'blocks';
}
