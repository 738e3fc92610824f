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
import { drop, dropTargetOf, isRefused, move, onlyAlong, snapMove, withDependents } from '@/lib/editing';
import type { FlowNode } from '../flow/types';
import { gridStep } from '../grid/grid-setting';
import { useGestureStore } from './gesture-store';
import { useBoard } from './use-board';

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
 * @param cover covers the drawing while the pointer needs nothing below it
 */
export function useDrag(cover: (on: boolean) => void) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const { getZoom } = useReactFlow();
  const drag = useRef<Drag | null>(null);

  return useMemo(() => {
    const onNodeDragStart: OnNodeDrag<FlowNode> = (_event, node, nodes) => {
      const { history, plane, selection } = editor.getState();
      // Of what is selected some may be out of sight, where React Flow knows nothing of it.
      const ids = selection.includes(node.id)
        ? selection.filter((id) => isMovable(history.present, id, plane))
        : nodes.map((each) => each.id);
      const others = stillShapes(history.present, plane, withDependents(history.present, ids));
      drag.current = {
        document: history.present,
        ids,
        grabbed: node.id,
        others,
        delta: { x: 0, y: 0 },
        cancelled: false,
      };
      gestures.setState({ dragging: true, grabbed: node.id });
      cover(true);
    };
    const onNodeDrag: OnNodeDrag<FlowNode> = (event, node) => {
      const now = drag.current;
      const start = now && boundsOf(now.document, now.grabbed);
      if (!now || !start || now.cancelled) return;
      const raw = held({ x: node.position.x - start.x, y: node.position.y - start.y }, event.shiftKey);
      const snapped = snapMove(
        { ...start, x: start.x + raw.x, y: start.y + raw.y },
        now.others,
        getZoom(),
        gridStep(),
      );
      now.delta = held({ x: raw.x + snapped.delta.x, y: raw.y + snapped.delta.y }, event.shiftKey);
      const result = move(now.document, now.ids, now.delta);
      const target = now.ids.length === 1 ? dropTargetOf(now.document, now.grabbed, now.delta) : null;
      if (!isRefused(result)) editor.getState().setPreview(result.document);
      const refused = target && isRefused(target) ? drop(now.document, now.ids, now.delta) : null;
      const at = 'clientX' in event ? board.local({ x: event.clientX, y: event.clientY }) : { x: 0, y: 0 };
      gestures.setState({
        guides: snapped.guides,
        target: target && !isRefused(target) ? target : null,
        refusal: refused && isRefused(refused) ? { text: refused.refused, at } : null,
      });
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

/** With Shift a movement keeps to the direction it goes further in. */
const held = (delta: Point, shift: boolean): Point =>
  shift ? onlyAlong(Math.abs(delta.x) >= Math.abs(delta.y) ? 'x' : 'y', delta) : delta;

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
