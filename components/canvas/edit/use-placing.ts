import { useMemo } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import { boundsOf, type ElementId, type Point, type ProcessDocument } from '@/lib/document';
import {
  appendAny,
  familyOf,
  isFlowNode,
  isRefused,
  type Placeable,
  place,
  placeTarget,
  snap,
} from '@/lib/editing';
import { gridStep } from '../grid/grid-setting';
import { useGestureStore } from './gesture-store';
import { ghostSpec } from './ghost-spec';
import { useBoard } from './use-board';

/** Placing new elements: what follows the pointer, and what a click, a drop or Enter does with it. */
export function usePlacing() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const { screenToFlowPosition, getZoom } = useReactFlow();

  return useMemo(() => {
    const spotAt = (client: Point) => {
      const p = screenToFlowPosition(client, { snapToGrid: false });
      return { plane: editor.getState().plane, at: { x: snap(p.x, gridStep()), y: snap(p.y, gridStep()) } };
    };

    /** Shows an element under the pointer and what it would attach to. */
    const hover = (what: Placeable, client: Point) => {
      const spot = spotAt(client);
      const target = placeTarget(editor.getState().history.present, what, spot);
      const at = { x: spot.at.x - what.size.width / 2, y: spot.at.y - what.size.height / 2 };
      gestures.setState({
        ghost: { spec: ghostSpec(what), at },
        target: isRefused(target) ? null : target,
        refusal: isRefused(target) ? { text: target.refused, at: board.local(client) } : null,
      });
    };

    const leave = () => gestures.setState({ ghost: null, target: null, refusal: null });

    /**
     * Places an element and lets its name be typed.
     * @param other Ctrl or ⌘ is held: what else it could be is asked at once
     */
    const placeAt = (what: Placeable, client: Point, other = false) => {
      leave();
      const { history, setTool, apply } = editor.getState();
      setTool({ kind: 'select' });
      const asks = other && familyOf(what.seed.type) !== 'other';
      const named = !asks && isNamed(what);
      const done = apply(place(history.present, what, spotAt(client)), { name: named });
      if (!done || !named) board.focus();
      if (done && asks) askKind(client);
    };

    /** What the new element, which is selected, is to be. */
    const askKind = (client: Point) => {
      const [source] = editor.getState().selection;
      if (source)
        gestures.setState({ picker: { mode: 'morph', at: null, screen: board.local(client), source } });
    };

    const placeInMiddle = (what: Placeable) => placeAt(what, freeMiddle(board.centre(), getZoom()));

    /** Appends to an element; without a place it finds one. */
    const appendTo = (source: ElementId, what: Placeable, at?: Point) => {
      leave();
      const { history, apply } = editor.getState();
      const spot =
        at && inLine(history.present, source, { x: snap(at.x, gridStep()), y: snap(at.y, gridStep()) });
      apply(appendAny(history.present, source, what, spot), { name: isNamed(what) });
      if (!isNamed(what)) board.focus();
    };

    /** Shows where appending would put an element. */
    const previewAppend = (source: ElementId, what: Placeable) => {
      const result = appendAny(editor.getState().history.present, source, what);
      if (isRefused(result)) return leave();
      const bounds = boundsOf(result.document, result.select[0] ?? '');
      if (bounds)
        gestures.setState({ ghost: { spec: ghostSpec(what), at: bounds, line: lastLine(result.document) } });
    };
    return { hover, leave, placeAt, placeInMiddle, appendTo, previewAppend };
  }, [editor, gestures, board, screenToFlowPosition, getZoom]);
}

/** Steps and notes get a name right away; gateways and events can stay without. */
const isNamed = (what: Placeable): boolean =>
  what.group === 'activity' || what.seed.type === 'bpmn:TextAnnotation' || !isFlowNode(what.seed.type);

/** A place that is nearly level with the source becomes level, so that the flow between them is straight. */
function inLine(document: ProcessDocument, source: ElementId, at: Point): Point {
  const from = boundsOf(document, source);
  if (!from) return at;
  const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
  return {
    x: Math.abs(at.x - middle.x) < LEVEL ? middle.x : at.x,
    y: Math.abs(at.y - middle.y) < LEVEL ? middle.y : at.y,
  };
}

/** Within this many pixels two centres count as meant to be level. */
const LEVEL = 8;

/** Not always the very same place, so that two elements placed by Enter don't cover each other. */
let placed = 0;
function freeMiddle(centre: Point, zoom: number): Point {
  const offset = ((placed++ % 5) - 2) * 30 * zoom;
  return { x: centre.x + offset, y: centre.y + offset };
}

function lastLine(document: Parameters<typeof boundsOf>[0]): Point[] | undefined {
  const edge = Object.values(document.elements)
    .filter((element) => element.type === 'bpmndi:BPMNEdge')
    .at(-1);
  const points = edge?.values.waypoint;
  return Array.isArray(points) ? points.map((p) => ({ x: Number(p.x), y: Number(p.y) })) : undefined;
}
