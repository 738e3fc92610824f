import { useEffect, useMemo, useRef } from 'react';
import { type OnNodeDrag, useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import { whenIdle } from '@/components/ui/when-idle';
import { boundsOf, type ElementId, get, type ProcessDocument } from '@/lib/document';
import { drop } from '@/lib/editing';
import type { FlowNode } from '../flow/types';
import { gridStep } from '../grid/grid-setting';
import { beginDrag, type Drag, dragStep, rehearseDrag } from './drag-step';
import { useGestureStore } from './gesture-store';
import { useBoard } from './use-board';

/**
 * Dragging of selected elements. While the pointer moves, the canvas shows the document as the drop would leave
 * it; letting go is one operation. Escape takes it back.
 * @param cover covers the drawing while the pointer needs nothing below it
 */
export function useDrag(cover: (on: boolean) => void) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const { getZoom } = useReactFlow();
  const drag = useRef<Drag | null>(null);

  useEffect(
    () =>
      whenIdle(() => {
        const { history, plane } = editor.getState();
        rehearseDrag(history.present, plane, gridStep());
      }),
    [editor],
  );

  return useMemo(() => {
    const onNodeDragStart: OnNodeDrag<FlowNode> = (_event, node, nodes) => {
      const { history, plane, selection } = editor.getState();
      // Of what is selected some may be out of sight, where React Flow knows nothing of it.
      const ids = selection.includes(node.id)
        ? selection.filter((id) => isMovable(history.present, id, plane))
        : nodes.map((each) => each.id);
      drag.current = beginDrag(history.present, plane, ids, node.id);
      gestures.setState({ dragging: true, grabbed: node.id });
      cover(true);
    };
    const onNodeDrag: OnNodeDrag<FlowNode> = (event, node) => {
      const now = drag.current;
      const start = now && boundsOf(now.document, now.grabbed);
      if (!now || !start || now.cancelled) return;
      const raw = { x: node.position.x - start.x, y: node.position.y - start.y };
      const how = { straight: event.shiftKey, zoom: getZoom(), grid: gridStep() };
      const { delta, guides, preview, target, refused } = dragStep(now, start, raw, how);
      now.delta = delta;
      if (preview) editor.getState().setPreview(preview);
      const at = 'clientX' in event ? board.local({ x: event.clientX, y: event.clientY }) : { x: 0, y: 0 };
      gestures.setState({ guides, target, refusal: refused === null ? null : { text: refused, at } });
    };
    const onNodeDragStop: OnNodeDrag<FlowNode> = () => {
      const done = drag.current;
      drag.current = null;
      cover(false);
      gestures.setState({ dragging: false, grabbed: null, guides: [], target: null, refusal: null });
      editor.getState().setPreview(null);
      if (!done || done.cancelled || (done.delta.x === 0 && done.delta.y === 0)) return;
      editor.getState().apply(drop(done.document, done.ids, done.delta));
    };
    const cancelDrag = () => {
      if (!drag.current) return false;
      drag.current.cancelled = true;
      gestures.setState({ guides: [], target: null, refusal: null });
      editor.getState().setPreview(null);
      return true;
    };
    return { onNodeDragStart, onNodeDrag, onNodeDragStop, cancelDrag };
  }, [editor, gestures, board, getZoom, cover]);
}

/** Lanes lie where their pool has them. */
const isMovable = (document: ProcessDocument, id: ElementId, plane: ElementId): boolean =>
  get(document, id)?.type !== 'bpmn:Lane' && boundsOf(document, id, plane) !== undefined;
