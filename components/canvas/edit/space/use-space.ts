import { type PointerEvent as ReactPointerEvent, useMemo } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import { isRefused, makeSpace, type Space } from '@/lib/editing';
import { useGestureStore } from '../gesture-store';
import { spaceOf, spaceStart } from './space-drag';

/**
 * The space tool: a drag shows the drawing with the space it would make; letting go makes it, as one step. Ctrl and
 * Shift count while they are held, also when they are pressed during the drag. Escape takes it back.
 */
export function useSpace() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    /** Begins a drag; `event` is its press. */
    const start = (event: ReactPointerEvent) => {
      if (event.button !== 0) return;
      const { history, plane } = editor.getState();
      const document = history.present;
      const flowPoint = (e: { clientX: number; clientY: number }) =>
        screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false });
      const origin = spaceStart(document, plane, flowPoint(event));
      let axis: Space['axis'] | null = null;
      let now = origin.at;

      const show = (keys: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }) => {
        const held = { ctrl: keys.ctrlKey || keys.metaKey, shift: keys.shiftKey };
        const space = spaceOf(origin, now, held, axis);
        axis = space?.axis ?? null;
        gestures.setState({ space });
        if (!space) return;
        const result = makeSpace(document, space);
        if (!isRefused(result)) editor.getState().setPreview(result.document);
      };
      const move = (e: PointerEvent) => {
        now = flowPoint(e);
        show(e);
      };
      const key = (e: KeyboardEvent) => (e.key === 'Escape' ? end() : show(e));
      const up = () => {
        const { space } = gestures.getState();
        end();
        if (space && space.by !== 0) editor.getState().apply(makeSpace(document, space));
        editor.getState().setTool({ kind: 'select' });
      };
      const end = () => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('keydown', key, true);
        window.removeEventListener('keyup', key, true);
        gestures.setState({ space: null });
        editor.getState().setPreview(null);
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('keydown', key, true);
      window.addEventListener('keyup', key, true);
    };
    return { start };
  }, [editor, gestures, screenToFlowPosition]);
}
