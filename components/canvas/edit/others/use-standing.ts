import { useEffect } from 'react';
import { useReactFlow, useStoreApi } from 'reactflow';
import type { Company } from '@/components/designer/store/company';
import { useEditorStore } from '@/components/designer/store/context';
import type { Point } from '@/lib/document';
import { viewOn } from './seen';

/** Tells the others where this window is: its plane, what is pointed at, what it shows. */
export function useStanding(company: Company): void {
  const editor = useEditorStore();
  const store = useStoreApi();
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const canvas = store.getState().domNode;
    if (!canvas) return;
    // In px of the window: who moves the drawing under a resting mouse points at something else.
    let mouse: Point | undefined;
    const tell = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const at = mouse && screenToFlowPosition(mouse);
      company.stand({
        plane: editor.getState().plane,
        pointer: at && { x: Math.round(at.x), y: Math.round(at.y) },
        view: width > 0 && height > 0 ? viewOn({ x, y, zoom }, { width, height }) : undefined,
      });
    };
    const point = (event: PointerEvent) => {
      mouse = { x: event.clientX, y: event.clientY };
      tell();
    };
    const leave = () => {
      mouse = undefined;
      tell();
    };
    canvas.addEventListener('pointermove', point);
    canvas.addEventListener('pointerleave', leave);
    const unfollow = [
      store.subscribe((now, before) => {
        const sameSize = now.width === before.width && now.height === before.height;
        if (now.transform !== before.transform || !sameSize) tell();
      }),
      editor.subscribe((now, before) => now.plane !== before.plane && tell()),
    ];
    tell();
    return () => {
      canvas.removeEventListener('pointermove', point);
      canvas.removeEventListener('pointerleave', leave);
      for (const stop of unfollow) stop();
      company.stand(undefined);
    };
  }, [company, editor, store, screenToFlowPosition]);
}
