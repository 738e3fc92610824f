import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Bounds } from '@/components/bpmn/types';

/** Where a drawing is looked at: screen = diagram × zoom + offset. Both panes share one. */
export interface Viewport {
  x: number;
  y: number;
  zoom: number;
}

const [LEAST, MOST] = [0.1, 3];
const MARGIN = 48;

const limited = (zoom: number): number => Math.min(MOST, Math.max(LEAST, zoom));

/** Air around a drawing: less of it where there is little room for the drawing itself, as on phones. */
const marginIn = ({ width, height }: { width: number; height: number }): number =>
  Math.min(MARGIN, Math.min(width, height) / 10);

/** Everything in the middle, at 100 % at most. */
export function fitted(bounds: Bounds, size: { width: number; height: number }): Viewport {
  const [width, height] = [Math.max(1, bounds.width), Math.max(1, bounds.height)];
  const air = 2 * marginIn(size);
  const zoom = limited(Math.min(1, (size.width - air) / width, (size.height - air) / height));
  return {
    zoom,
    x: (size.width - width * zoom) / 2 - bounds.x * zoom,
    y: (size.height - height * zoom) / 2 - bounds.y * zoom,
  };
}

/** The same point stays under the pointer. */
export function zoomedAt(view: Viewport, factor: number, at: { x: number; y: number }): Viewport {
  const zoom = limited(view.zoom * factor);
  const real = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real };
}

/** Moves the view as little as shows a box with some air around it; the view itself when it is in sight. */
export function showing(view: Viewport, box: Bounds, size: { width: number; height: number }): Viewport {
  const margin = marginIn(size);
  const shift = (start: number, length: number, room: number) => {
    if (start < margin) return margin - start;
    return start + length > room - margin ? Math.max(margin - start, room - margin - start - length) : 0;
  };
  return {
    ...view,
    x: view.x + shift(box.x * view.zoom + view.x, box.width * view.zoom, size.width),
    y: view.y + shift(box.y * view.zoom + view.y, box.height * view.zoom, size.height),
  };
}

/** The size of an element in pixels, kept up to date; null before it is known. `which` changes with the element. */
export function useSize(
  ref: RefObject<HTMLElement | null>,
  which: unknown,
): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element is another size
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.contentRect;
      if (box && box.width > 0 && box.height > 0) setSize({ width: box.width, height: box.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, which]);
  return size;
}

export type ChangeView = (change: (view: Viewport) => Viewport) => void;

/** Dragging pans, the wheel pans, with Ctrl or two fingers it zooms; touch works the same. */
export function usePanZoom(ref: RefObject<HTMLElement | null>, change: ChangeView) {
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      const [dx, dy] =
        event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      change((view) =>
        event.ctrlKey || event.metaKey
          ? zoomedAt(view, Math.exp(-event.deltaY * 0.004), at)
          : { ...view, x: view.x - dx, y: view.y - dy },
      );
    };
    // React listens passively, and the page must not scroll or zoom meanwhile.
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [ref, change]);

  const onPointerDown = useCallback((event: React.PointerEvent) => {
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved.current = false;
  }, []);
  const onPointerMove = useCallback(
    (event: React.PointerEvent) => {
      const last = pointers.current.get(event.pointerId);
      if (!last) return;
      const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
      if (!moved.current && Math.hypot(dx, dy) < 4) return;
      if (!moved.current) event.currentTarget.setPointerCapture(event.pointerId);
      moved.current = true;
      const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const next = { x: event.clientX, y: event.clientY };
      pointers.current.set(event.pointerId, next);
      const box = event.currentTarget.getBoundingClientRect();
      const [other] = others;
      if (!other) return change((view) => ({ ...view, x: view.x + dx, y: view.y + dy }));
      const factor = distance(other, next) / Math.max(1, distance(other, last));
      change((view) => zoomedAt(view, factor, { x: other.x - box.left, y: other.y - box.top }));
    },
    [change],
  );
  const onPointerUp = useCallback((event: React.PointerEvent) => {
    pointers.current.delete(event.pointerId);
  }, []);
  return {
    /** Whether the last press was a drag, so that no click is meant. */
    wasDragged: () => moved.current,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);
