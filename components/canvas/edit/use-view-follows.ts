import { useContext, useEffect, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { EditorStore } from '@/components/designer/store/editor-store';
import { boundsOf, type ElementId, type Point, type ProcessDocument, waypointsOf } from '@/lib/document';
import { detailAt } from '../scene/detail';
import { liesWellOn } from '../view/lies-well';
import { BoardContext } from './use-board';

/** Another plane, another drawing: an import, an arranged diagram, the inside of a sub-process is shown whole, unless somebody is followed there. */
export function useFitOnPlane(showAll: () => void) {
  const editor = useEditorStore();
  const plane = useEditor((state) => state.plane);
  const shown = useRef(plane);
  useEffect(() => {
    if (shown.current === plane) return;
    shown.current = plane;
    if (editor.getState().company?.state.getState().following) return;
    const frame = requestAnimationFrame(() => showAll());
    return () => cancelAnimationFrame(frame);
  }, [editor, plane, showAll]);
}

/** Brings an element into view when somebody points at it from elsewhere, such as the problems panel; the view rests where it is seen well already. */
export function usePanToFocus() {
  const editor = useEditorStore();
  const focus = useEditor((state) => state.focus);
  const shown = useEditor((state) => state.shown);
  useCentred(focus, editor);
  useCentred(shown, editor);
}

/** @param focus an element, or a place of the plane */
function useCentred(focus: { elementId?: ElementId; at?: Point } | null, editor: EditorStore) {
  const { setCenter, getZoom, flowToScreenPosition } = useReactFlow();
  const board = useContext(BoardContext);
  useEffect(() => {
    if (!focus) return;
    // A panel that opens or closes together with this changes the canvas first: it is measured after the next layout.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const { elementId } = focus;
        const box = elementId && boundsOf(editor.getState().history.present, elementId);
        if (!focus.at && box && liesWellOn(board?.current ?? null, box, flowToScreenPosition)) return;
        const at = focus.at ?? (elementId && placeOf(editor.getState().history.present, elementId));
        if (at) void setCenter(at.x, at.y, { zoom: getZoom(), duration: 240 });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [focus, editor, board, setCenter, getZoom, flowToScreenPosition]);
}

/** Who names an element in a diagram that is too small for words comes near it first. */
export function useNearToName() {
  const editor = useEditorStore();
  const naming = useEditor((state) => state.naming);
  const { setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    if (!naming || detailAt(getZoom()) === 'full') return;
    const at = placeOf(editor.getState().history.present, naming);
    if (at) void setCenter(at.x, at.y, { zoom: 1, duration: 240 });
  }, [naming, editor, setCenter, getZoom]);
}

/** The middle of an element, or where a flow begins. */
function placeOf(document: ProcessDocument, id: ElementId): Point | undefined {
  const b = boundsOf(document, id);
  return b ? { x: b.x + b.width / 2, y: b.y + b.height / 2 } : waypointsOf(document, id)[0];
}
