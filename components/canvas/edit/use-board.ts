import { createContext, type RefObject, useContext, useMemo } from 'react';
import type { Bounds, Point } from '@/lib/document';
import { liesWellOn } from '../view/lies-well';

/** The element of the canvas: where the focus returns to, and where overlays are placed. */
export const BoardContext = createContext<RefObject<HTMLDivElement | null> | null>(null);

/** Position and focus of the canvas element. */
export function useBoard() {
  const ref = useContext(BoardContext);
  return useMemo(() => {
    const rect = () => ref?.current?.getBoundingClientRect() ?? new DOMRect();
    return {
      /** A point of the window in pixels of the canvas. */
      local: (client: Point): Point => ({ x: client.x - rect().x, y: client.y - rect().y }),
      contains: (client: Point): boolean =>
        client.x >= rect().left &&
        client.x <= rect().right &&
        client.y >= rect().top &&
        client.y <= rect().bottom,
      /** The middle of the canvas in window coordinates. */
      centre: (): Point => ({ x: rect().x + rect().width / 2, y: rect().y + rect().height / 2 }),
      /** Whether an element of the diagram is seen well where it is. */
      shows: (box: Bounds, toScreen: (at: Point) => Point): boolean =>
        liesWellOn(ref?.current ?? null, box, toScreen),
      focus: () => ref?.current?.focus({ preventScroll: true }),
    };
  }, [ref]);
}
