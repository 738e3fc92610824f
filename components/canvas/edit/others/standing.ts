import type { Company } from '@/components/designer/store/company';
import type { EditorStore } from '@/components/designer/store/editor-store';
import type { Point } from '@/lib/document';
import { type CanvasPort, sameSize, viewportOf } from './canvas-port';
import { viewOn } from './seen';

export interface StandingOptions {
  company: Company;
  editor: EditorStore;
  canvas: CanvasPort;
  /** Where the mouse is followed. */
  element: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** A point of the window in px of the diagram. */
  toDiagram: (client: Point) => Point;
}

/**
 * Tells the others where this window is: its plane, what is pointed at, what it shows.
 * @returns what stops it, and says that it is nowhere
 */
export function tellStanding({ company, editor, canvas, element, toDiagram }: StandingOptions): () => void {
  // In px of the window: who moves the drawing under a resting mouse points at something else.
  let mouse: Point | undefined;
  const tell = () => {
    const state = canvas.getState();
    const at = mouse && toDiagram(mouse);
    company.stand({
      plane: editor.getState().plane,
      pointer: at && { x: Math.round(at.x), y: Math.round(at.y) },
      view: state.width > 0 && state.height > 0 ? viewOn(viewportOf(state), state) : undefined,
    });
  };
  const point = (event: Event) => {
    const { clientX: x, clientY: y } = event as PointerEvent;
    mouse = { x, y };
    tell();
  };
  const leave = () => {
    mouse = undefined;
    tell();
  };
  element.addEventListener('pointermove', point);
  element.addEventListener('pointerleave', leave);
  const unfollow = [
    canvas.subscribe((now, before) => {
      if (now.transform !== before.transform || !sameSize(now, before)) tell();
    }),
    editor.subscribe((now, before) => now.plane !== before.plane && tell()),
  ];
  tell();
  return () => {
    element.removeEventListener('pointermove', point);
    element.removeEventListener('pointerleave', leave);
    for (const stop of unfollow) stop();
    company.stand(undefined);
  };
}
