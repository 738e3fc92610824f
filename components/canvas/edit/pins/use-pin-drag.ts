import { type PointerEvent, useRef, useState } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import type { Point } from '@/lib/document';
import type { Pin } from './pins-of';

/** Farther than this it is a drag and no click, in pixels. */
const DRAG = 4;

/** Dragging a sticky note to another place; Escape takes it back. The button “Move” in its conversation does the same. */
export function usePinDrag({ note, at, threads }: Pin) {
  const editor = useEditorStore();
  const { getZoom } = useReactFlow();
  const [by, setBy] = useState<Point | null>(null);
  /** A click follows every press, also one that dragged. */
  const dragged = useRef(false);

  const press = (event: PointerEvent<HTMLElement>) => {
    const thread = threads[0]?.threadId;
    if (!note || !thread || event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    let now: Point | null = null;
    dragged.current = false;
    const move = (e: globalThis.PointerEvent) => {
      const next = { x: e.clientX - from.x, y: e.clientY - from.y };
      if (!dragged.current && Math.hypot(next.x, next.y) <= DRAG) return;
      dragged.current = true;
      now = next;
      setBy(next);
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('keydown', cancel, true);
      setBy(null);
    };
    const up = () => {
      end();
      if (!now) return;
      const { plane, discuss } = editor.getState();
      const zoom = getZoom();
      const to = { x: Math.round(at.x + now.x / zoom), y: Math.round(at.y + now.y / zoom) };
      discuss({ thread, moveTo: { planeId: plane, ...to } });
    };
    const cancel = (e: KeyboardEvent) => {
      if (e.key !== 'Escape') return;
      e.stopPropagation();
      end();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('keydown', cancel, true);
  };
  return { by, press, wasDragged: () => dragged.current };
}
