import { useMemo, useRef } from 'react';
import { type OnNodeDrag, useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import {
  type Bounds,
  boundsOf,
  childrenOf,
  diBounds,
  type ElementId,
  get,
  type Point,
  type ProcessDocument,
  resolve,
} from '@/lib/document';
import { drop, dropTargetOf, isRefused, move, withDependents } from '@/lib/editing';
import type { FlowNode } from '../flow/types';
import { useGestureStore } from './gesture-store';
import { snapTo } from './snap';

interface Drag {
  document: ProcessDocument;
  ids: ElementId[];
  grabbed: ElementId;
  others: Bounds[];
  delta: Point;
  cancelled: boolean;
}

/**
 * Dragging of selected elements. While the pointer moves, the canvas shows the document as the drop would leave
 * it; letting go is one operation. Escape takes it back.
 */
export function useDrag() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const { getZoom } = useReactFlow();
  const drag = useRef<Drag | null>(null);

  return useMemo(() => {
    const onNodeDragStart: OnNodeDrag<FlowNode> = (_event, node, nodes) => {
      const { history, plane } = editor.getState();
      const ids = nodes.map((each) => each.id);
      const others = stillShapes(history.present, plane, withDependents(history.present, ids));
      drag.current = {
        document: history.present,
        ids,
        grabbed: node.id,
        others,
        delta: { x: 0, y: 0 },
        cancelled: false,
      };
      gestures.setState({ dragging: true });
    };
    const onNodeDrag: OnNodeDrag<FlowNode> = (_event, node) => {
      const now = drag.current;
      const start = now && boundsOf(now.document, now.grabbed);
      if (!now || !start || now.cancelled) return;
      const raw = { x: node.position.x - start.x, y: node.position.y - start.y };
      const snapped = snapTo({ ...start, x: start.x + raw.x, y: start.y + raw.y }, now.others, getZoom());
      now.delta = { x: raw.x + snapped.delta.x, y: raw.y + snapped.delta.y };
      const result = move(now.document, now.ids, now.delta);
      const target = now.ids.length === 1 ? dropTargetOf(now.document, now.grabbed, now.delta) : null;
      if (!isRefused(result)) editor.getState().setPreview(result.document);
      gestures.setState({ guides: snapped.guides, target: target && !isRefused(target) ? target : null });
    };
    const onNodeDragStop: OnNodeDrag<FlowNode> = () => {
      const done = drag.current;
      drag.current = null;
      gestures.setState({ dragging: false, guides: [], target: null });
      editor.getState().setPreview(null);
      if (!done || done.cancelled || (done.delta.x === 0 && done.delta.y === 0)) return;
      editor.getState().apply(drop(done.document, done.ids, done.delta));
    };
    const cancelDrag = () => {
      if (!drag.current) return false;
      drag.current.cancelled = true;
      gestures.setState({ guides: [], target: null });
      editor.getState().setPreview(null);
      return true;
    };
    return { onNodeDragStart, onNodeDrag, onNodeDragStop, cancelDrag };
  }, [editor, gestures, getZoom]);
}

/** Shapes that something dragged can be aligned with. */
export function stillShapes(
  document: ProcessDocument,
  planeId: ElementId,
  moving: ReadonlySet<ElementId>,
): Bounds[] {
  const plane = get(document, planeId);
  return childrenOf(document, plane?.id ?? '', 'planeElement').flatMap((shape) => {
    const element = resolve(document, shape, 'bpmnElement');
    const wide = element && /Participant|Lane|Group|TextAnnotation/.test(element.type);
    return element && !wide && !moving.has(element.id) ? (diBounds(shape) ?? []) : [];
  });
}
