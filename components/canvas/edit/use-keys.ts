import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useReactFlow } from 'reactflow';
import { useEditorStore } from '@/components/designer/store/context';
import { singleKeysOn } from '@/components/ui/single-keys';
import { boundsOf, type ElementId, get, outgoing, ref } from '@/lib/document';
import {
  connectionBetween,
  isConnection,
  isRefused,
  label,
  labelOf,
  nudge,
  remove,
  routeBetween,
} from '@/lib/editing';
import { grid } from '../grid/grid-setting';
import { isCharacterKey, isTyping, type ShortcutId, shortcutOf } from '../shortcuts';
import { useGestureStore } from './gesture-store';
import { SELECTION_TOOLS, shapesOf } from './pad/selection-tools';
import { enterSubProcess, toggleSubProcess } from './sub-process/enter';
import { startingWith, type Typed, typedWith } from './type-ahead';
import { useBoard } from './use-board';
import { useClipboard } from './use-clipboard';
import { useConnect } from './use-connect';
import { neighbour, readingOrder } from './walk';

const STEPS: Partial<Record<ShortcutId, [number, number]>> = {
  moveLeft: [-1, 0],
  moveRight: [1, 0],
  moveUp: [0, -1],
  moveDown: [0, 1],
};
const PANS: Partial<Record<ShortcutId, [number, number]>> = {
  panLeft: [1, 0],
  panRight: [-1, 0],
  panUp: [0, 1],
  panDown: [0, -1],
};

/** Steps that ask their question in a window of the page. */
const STEP_WINDOWS = ['before', 'after', 'attach', 'lane', 'move', 'resize', 'route', 'menu'] as const;
export type CanvasStep = (typeof STEP_WINDOWS)[number] | 'insert';

/** What the rest of the page does for keys pressed on the canvas. */
export interface KeyActions {
  onOpenProperties?: () => void;
  onToggleProperties?: () => void;
  onHelp?: () => void;
  onLayout?: () => void;
  /** Opens the outline and goes there. */
  onOutline?: () => void;
  /** Opens the window of a step, or the menu, for what is selected. */
  onStep?: (step: CanvasStep) => void;
  onSimulate?: () => void;
  /** Shows the diagram whole, or those elements. */
  onFit: (ids?: readonly ElementId[]) => void;
  cancelDrag: () => boolean;
}

/** Handles keys while the canvas has the focus; the list of keys is the shortcut registry. */
export function useKeys(actions: KeyActions) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const clipboard = useClipboard();
  const connecting = useConnect();
  const board = useBoard();
  const flow = useReactFlow();
  const typed = useRef<Typed>({ text: '', at: 0 });

  return useMemo(() => {
    const state = () => editor.getState();
    const only = (): ElementId | undefined =>
      state().selection.length === 1 ? state().selection[0] : undefined;

    const walk = (step: 1 | -1) => {
      const { history, plane, selection, select, say } = state();
      const now = gestures.getState().connecting;
      if (now) return aim(now.source, candidate(now.source, now.target ?? now.source, step));
      const next = neighbour(history.present, plane, selection[0], step);
      if (!next) return;
      select([next]);
      say(`${spoken(next)}, ${order(next)}${paths(next)}${talk(next)}`);
      reveal(next);
    };

    /** Whether something is said about it. */
    const talk = (id: ElementId): string => {
      const count = state()
        .conversations.filter(({ elementId }) => elementId === id)
        .reduce((sum, { comments }) => sum + comments.length, 0);
      return count === 0 ? '' : `, ${count} ${count === 1 ? 'comment' : 'comments'}`;
    };

    const spoken = (id: ElementId): string => label(state().history.present, id).replace(/[“”]/g, '');

    const targetsOf = (id: ElementId): ElementId[] =>
      outgoing(state().history.present, id).flatMap((path) => ref(path, 'targetRef') ?? []);

    /** The ways on, when there are several: a digit takes one. */
    const paths = (id: ElementId): string => {
      const targets = targetsOf(id);
      if (targets.length < 2) return '';
      return `, ${targets.length} paths: ${targets.map((to, i) => `${i + 1} ${spoken(to)}`).join(', ')}`;
    };

    const branch = (number: number) => {
      const id = only();
      const target = id && targetsOf(id)[number - 1];
      if (!target) return state().say(`There is no path ${number} here`, true);
      state().select([target]);
      state().say(`${spoken(target)}, ${order(target)}${paths(target)}`);
      reveal(target);
    };

    /** While a line is drawn by keys, letters lead to the element that begins with them. */
    const typeAhead = (event: KeyboardEvent): boolean => {
      const now = gestures.getState().connecting;
      if (!now?.keyboard || !isCharacterKey(event)) return false;
      const next = typedWith(typed.current, event.key, event.timeStamp);
      if (!next) return false;
      typed.current = next;
      const { history, plane } = state();
      const list = readingOrder(history.present, plane).filter(
        (id) => id !== now.source && !isRefused(connectionBetween(history.present, now.source, id)),
      );
      const from = Math.max(0, list.indexOf(now.target ?? ''));
      const name = (id: ElementId) => labelOf(history.present, id) || spoken(id).replace('the ', '');
      aim(now.source, startingWith(list, next.text.length === 1 ? from + 1 : from, next.text, name));
      return true;
    };

    const order = (id: ElementId): string => {
      const list = readingOrder(state().history.present, state().plane);
      return `${list.indexOf(id) + 1} of ${list.length}`;
    };

    /** The next element that the source may be connected to. */
    const candidate = (source: ElementId, from: ElementId, step: 1 | -1): ElementId | undefined => {
      const { history, plane } = state();
      let at: ElementId | undefined = from;
      for (let tries = readingOrder(history.present, plane).length; tries > 0; tries--) {
        at = neighbour(history.present, plane, at, step);
        if (at && at !== source && !isRefused(connectionBetween(history.present, source, at))) return at;
      }
      return undefined;
    };

    const reveal = (id: ElementId) => {
      const b = boundsOf(state().history.present, id);
      if (b && !board.shows(b, flow.flowToScreenPosition))
        void flow.setCenter(b.x + b.width / 2, b.y + b.height / 2, { zoom: flow.getZoom(), duration: 120 });
    };

    const aim = (source: ElementId, target: ElementId | undefined) => {
      if (!target) return;
      const document = state().history.present;
      const rule = connectionBetween(document, source, target);
      const refused = isRefused(rule) ? rule.refused : null;
      const line = isRefused(rule) ? [] : (routeBetween(document, rule.type, source, target) ?? []);
      gestures.setState({ connecting: { source, target, refused, line, keyboard: true } });
      state().say(`Connect to ${label(document, target)}${refused ? `: ${refused}` : ''}`);
    };

    const enter = () => {
      const now = gestures.getState().connecting;
      if (!now?.keyboard) return actions.onOpenProperties?.();
      if (now.target && !now.refused) connecting.finish(now.source, now.target);
      else state().say(now.refused ?? 'Choose an element with J and K', true);
    };

    const cancel = () => {
      if (actions.cancelDrag()) return;
      const busy =
        gestures.getState().connecting || gestures.getState().picker || state().tool.kind !== 'select';
      gestures.setState({ connecting: null, ghost: null, picker: null, target: null, refusal: null });
      state().setTool({ kind: 'select' });
      if (!busy) state().select([]);
    };

    const pick = (mode: 'morph' | 'append' | 'create') => {
      const id = only();
      const b = id && boundsOf(state().history.present, id);
      if (mode !== 'create' && !b) return state().say('Select one element first', true);
      const at = mode === 'create' ? flow.screenToFlowPosition(board.centre()) : null;
      const beside = b ? flow.flowToScreenPosition({ x: b.x + b.width + 12, y: b.y }) : board.centre();
      const source = mode === 'create' ? null : (id ?? null);
      gestures.setState({ picker: { mode, at, screen: board.local(beside), source } });
    };

    /** About the selected element, or, when none is, at the middle of the view. */
    const comment = () => {
      const { selection, plane, discuss, say } = state();
      const id = only();
      if (selection.length > 1) return say('Select one element to comment on, or none for a note', true);
      const { x, y } = flow.screenToFlowPosition(board.centre());
      discuss({ compose: id ? { elementId: id } : { planeId: plane, x: Math.round(x), y: Math.round(y) } });
    };

    const withSubProcess = (work: (store: typeof editor, id: ElementId) => unknown) => {
      const id = only();
      if (id) work(editor, id);
      else state().say('Select one sub-process first', true);
    };

    const handlers: Partial<Record<ShortcutId, () => void>> = {
      copy: clipboard.copySelection,
      cut: clipboard.cut,
      paste: () => void clipboard.pasteClip(false),
      pasteInPlace: () => void clipboard.pasteClip(true),
      duplicate: clipboard.duplicateSelection,
      delete: () =>
        state().selection.length > 0 && state().apply(remove(state().history.present, state().selection)),
      label: () => state().startNaming(only() ?? null),
      morph: () => pick('morph'),
      append: () =>
        isConnection(get(state().history.present, only())) ? actions.onStep?.('insert') : pick('append'),
      create: () => pick('create'),
      select: () => state().setTool({ kind: 'select' }),
      hand: () => state().setTool({ kind: 'hand' }),
      lasso: () => state().setTool({ kind: 'lasso' }),
      space: () => state().setTool({ kind: 'space' }),
      expand: () => withSubProcess(toggleSubProcess),
      drillIn: () => withSubProcess(enterSubProcess),
      ...Object.fromEntries(
        SELECTION_TOOLS.map((tool) => [
          tool.id,
          () => {
            const { history, selection, apply } = state();
            apply(tool.run(history.present, shapesOf(history.present, selection)), { keepSelection: true });
          },
        ]),
      ),
      comment,
      comments: () => state().discuss(state().discussion ? null : {}),
      connect: () => {
        const id = only();
        const first = id && candidate(id, id, 1);
        if (id && first) aim(id, first);
        else if (id) state().say('There is nothing this element could be connected to', true);
        else state().setTool({ kind: 'connect' });
      },
      selectAll: () => state().select(readingOrder(state().history.present, state().plane)),
      next: () => walk(1),
      previous: () => walk(-1),
      open: enter,
      escape: cancel,
      zoomIn: () => void flow.zoomIn({ duration: 120 }),
      zoomOut: () => void flow.zoomOut({ duration: 120 }),
      zoomReset: () => void flow.zoomTo(1, { duration: 120 }),
      zoomFit: () => actions.onFit(),
      zoomSelection: () => actions.onFit(state().selection),
      grid: () => {
        grid.set(!grid.on());
        state().say(grid.on() ? 'Grid on' : 'Grid off: what is moved goes anywhere');
      },
      properties: () => actions.onToggleProperties?.(),
      help: () => actions.onHelp?.(),
      outline: () => actions.onOutline?.(),
      ...Object.fromEntries(STEP_WINDOWS.map((step) => [step, () => actions.onStep?.(step)])),
      layout: () => actions.onLayout?.(),
      simulate: () => actions.onSimulate?.(),
    };

    const shiftBy = (id: ShortcutId, { shiftKey: far, timeStamp }: KeyboardEvent): boolean => {
      const [step, pan] = [STEPS[id], PANS[id]];
      if (step) {
        const by = far ? 10 : 1;
        const { history, selection, apply } = state();
        if (selection.length > 0)
          apply(nudge(history.present, selection, { x: step[0] * by, y: step[1] * by }), {
            burst: `nudge ${selection.join(' ')}`,
            at: performance.timeOrigin + timeStamp,
          });
      } else if (pan) {
        const { x, y, zoom } = flow.getViewport();
        const by = far ? 200 : 50;
        void flow.setViewport({ x: x + pan[0] * by, y: y + pan[1] * by, zoom }, { duration: 120 });
      }
      return step !== undefined || pan !== undefined;
    };

    return (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const shortcut = shortcutOf(event.nativeEvent);
      // A key that the palette presses for somebody is no key somebody pressed.
      if (event.isTrusted && isCharacterKey(event) && !singleKeysOn()) return;
      if (!typeAhead(event)) {
        if (shortcut?.scope !== 'canvas') return;
        if (shortcut.id === 'branch') branch(Number(event.key));
        else if (!shiftBy(shortcut.id, event)) {
          const handler = handlers[shortcut.id];
          if (!handler) return;
          handler();
        }
      }
      event.preventDefault();
      event.stopPropagation();
    };
  }, [editor, gestures, clipboard, connecting, board, flow, actions]);
}
