import type { Other } from '@/components/designer/store/editor-store';
import type { ElementId } from '@/lib/document';
import type { Place } from '@/lib/presence/types';

/** How long a pointer is shown that doesn't move, in milliseconds. */
export const RESTING_MS = 5_000;

/** Somebody else's pointer on the drawing, in px of the diagram. */
export interface Pointer {
  id: string;
  name: string;
  x: number;
  y: number;
}

/** The pointers on a plane: who looks at another one, or points at something else of the page, points at nothing here. */
export const pointersOn = (
  plane: ElementId,
  others: readonly Other[],
  places: ReadonlyMap<string, Place>,
): Pointer[] =>
  others.flatMap(({ id, name }) => {
    const place = places.get(id);
    return place?.plane === plane && place.pointer ? [{ id, name, ...place.pointer }] : [];
  });
