import { useEffect, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { EditorStore } from '@/components/designer/store/editor-store';
import { boundsOf, type ElementId, waypointsOf } from '@/lib/document';
import { FIT_VIEW } from '../zoom-control';

/** Another plane, another drawing: an import, an arranged diagram, the inside of a sub-process is shown whole. */
export function useFitOnPlane() {
  const plane = useEditor((state) => state.plane);
  const shown = useRef(plane);
  const { fitView } = useReactFlow();
  useEffect(() => {
    if (shown.current === plane) return;
    shown.current = plane;
    const frame = requestAnimationFrame(() => void fitView(FIT_VIEW));
    return () => cancelAnimationFrame(frame);
  }, [plane, fitView]);
}

/** Brings an element into view when somebody points at it from elsewhere, such as the problems panel. */
export function usePanToFocus() {
  const editor = useEditorStore();
  const focus = useEditor((state) => state.focus);
  const shown = useEditor((state) => state.shown);
  useCentred(focus, editor);
  useCentred(shown, editor);
}

function useCentred(focus: { elementId: ElementId } | null, editor: EditorStore) {
  const { setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    if (!focus) return;
    const document = editor.getState().history.present;
    const b = boundsOf(document, focus.elementId);
    const [p] = waypointsOf(document, focus.elementId);
    const at = b ? { x: b.x + b.width / 2, y: b.y + b.height / 2 } : p;
    if (at) void setCenter(at.x, at.y, { zoom: getZoom(), duration: 240 });
  }, [focus, editor, setCenter, getZoom]);
}
