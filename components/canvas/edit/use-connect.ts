import { type PointerEvent as ReactPointerEvent, useMemo } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import type { ElementId, Point } from '@/lib/document';
import { connect, connectionBetween, dockOf, isRefused, route, routeBetween } from '@/lib/editing';
import { type GestureState, useGestureStore } from './gesture-store';
import { elementAt } from './hit';
import { useBoard } from './use-board';

type Connecting = NonNullable<GestureState['connecting']>;

/**
 * Drawing connections: from a handle or the context pad by dragging, with the connect tool by two clicks, with C
 * by keys. A drag that ends on empty canvas asks what to put there.
 */
export function useConnect() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const { screenToFlowPosition } = useReactFlow();

  return useMemo(() => {
    const document = () => editor.getState().history.present;

    const towards = (source: ElementId, at: Point, keyboard = false): Connecting => {
      const target = elementAt(document(), editor.getState().plane, at) ?? null;
      const rule = target && target !== source ? connectionBetween(document(), source, target) : null;
      if (rule && !isRefused(rule) && target)
        return {
          source,
          target,
          refused: null,
          line: routeBetween(document(), rule.type, source, target) ?? [],
          keyboard,
        };
      const from = dockOf(document(), source);
      const to = { bounds: { x: at.x - 0.5, y: at.y - 0.5, width: 1, height: 1 }, outline: 'box' as const };
      const refused = rule && isRefused(rule) ? rule.refused : null;
      return {
        source,
        target: refused ? target : null,
        refused,
        line: from ? route(from, to) : [],
        keyboard,
      };
    };

    /** Shows a line under way, and beside the pointer why it can't end there. */
    const show = (connecting: Connecting, client: Point) => {
      const { refused } = connecting;
      gestures.setState({
        connecting,
        refusal: refused ? { text: refused, at: board.local(client) } : null,
      });
    };

    const finish = (source: ElementId, target: ElementId) => {
      gestures.setState({ connecting: null, refusal: null });
      editor.getState().apply(connect(document(), source, target));
    };

    const pick = (source: ElementId, client: Point) => {
      const at = screenToFlowPosition(client, { snapToGrid: false });
      gestures.setState({
        connecting: null,
        refusal: null,
        picker: { mode: 'append', at, screen: board.local(client), source },
      });
    };

    /** Begins a drag at a handle; `event` is its press. */
    const startDrag = (source: ElementId, event: ReactPointerEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const origin = { x: event.clientX, y: event.clientY };
      const at = (e: PointerEvent) =>
        screenToFlowPosition({ x: e.clientX, y: e.clientY }, { snapToGrid: false });
      const moved = (e: PointerEvent) => Math.hypot(e.clientX - origin.x, e.clientY - origin.y) > 4;
      const move = (e: PointerEvent) => {
        if (moved(e) || gestures.getState().connecting)
          show(towards(source, at(e)), { x: e.clientX, y: e.clientY });
      };
      const up = (e: PointerEvent) => {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        const now = gestures.getState().connecting;
        // A press without a drag leaves the line at the pointer: the next click ends it.
        if (!moved(e)) return startClicks(source);
        gestures.setState({ connecting: null, refusal: null });
        if (!now) return;
        if (now.refused) editor.getState().say(now.refused, true);
        else if (now.target && now.target !== source) finish(source, now.target);
        else if (now.target !== source) pick(source, { x: e.clientX, y: e.clientY });
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
    };

    /** Begins a connection whose end is chosen by a click. */
    const startClicks = (source: ElementId) => {
      editor.getState().setTool({ kind: 'connect' });
      gestures.setState({ connecting: { source, target: null, refused: null, line: [], keyboard: false } });
    };

    const hover = (client: Point) => {
      const now = gestures.getState().connecting;
      if (now) show(towards(now.source, screenToFlowPosition(client, { snapToGrid: false })), client);
    };

    /** A click with the connect tool: first the source, then the target. */
    const click = (client: Point) => {
      const at = screenToFlowPosition(client, { snapToGrid: false });
      const hit = elementAt(document(), editor.getState().plane, at);
      const now = gestures.getState().connecting;
      if (!now) {
        if (hit)
          gestures.setState({
            connecting: { source: hit, target: null, refused: null, line: [], keyboard: false },
          });
        return;
      }
      const { target, refused } = towards(now.source, at);
      if (refused) return editor.getState().say(refused, true);
      editor.getState().setTool({ kind: 'select' });
      if (target && target !== now.source) finish(now.source, target);
      else if (!hit) pick(now.source, client);
      else gestures.setState({ connecting: null });
    };

    return { startDrag, startClicks, hover, click, finish };
  }, [editor, gestures, board, screenToFlowPosition]);
}
