import { useMemo, useRef } from 'react';
import { createCover } from './cover';

/** What lies over the drawing while it is dragged, and when it does; it comes and goes without drawing anything again. */
export function useCover() {
  const element = useRef<HTMLDivElement>(null);
  return useMemo(() => {
    const cover = createCover((on) => {
      if (element.current) element.current.hidden = !on;
    });
    const layer = (
      <div
        ref={element}
        hidden
        data-testid="drag-cover"
        className="absolute inset-0 z-20 cursor-grabbing"
        // React Flow says so a moment later only, in which somebody may click.
        onPointerUp={cover.onMoveEnd}
        // The button was let go elsewhere and nobody said so.
        onPointerMove={(event) => event.buttons === 0 && cover.onMoveEnd()}
      />
    );
    return { ...cover, layer };
  }, []);
}
