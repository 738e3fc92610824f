'use client';

import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useRef } from 'react';
import { BpmnIcon, type BpmnIconName } from '@/components/bpmn/icons';
import { useEditor, useEditorStore } from '@/components/designer/store/context';
import type { Tool } from '@/components/designer/store/editor-store';
import { cx } from '@/components/ui/cx';
import { Tooltip } from '@/components/ui/tooltip';
import { KINDS, kindById } from '@/lib/editing';
import { useGestureStore } from '../edit/gesture-store';
import { useCommenting } from '../edit/pins/use-commenting';
import { useBoard } from '../edit/use-board';
import { usePlacing } from '../edit/use-placing';
import { keyName, type ShortcutId } from '../shortcuts';

const TOOLS: readonly {
  kind: Exclude<Tool['kind'], 'place' | 'comment'>;
  label: string;
  icon: BpmnIconName;
  shortcut: ShortcutId;
}[] = [
  { kind: 'select', label: 'Select', icon: 'select', shortcut: 'select' },
  { kind: 'hand', label: 'Hand', icon: 'hand', shortcut: 'hand' },
  { kind: 'lasso', label: 'Lasso', icon: 'lasso', shortcut: 'lasso' },
  { kind: 'space', label: 'Space', icon: 'space', shortcut: 'space' },
  { kind: 'connect', label: 'Connect', icon: 'connect', shortcut: 'connect' },
];

const ELEMENTS: readonly { kind: string; icon: BpmnIconName }[] = [
  { kind: 'start-event', icon: 'start' },
  { kind: 'catch-event.timer', icon: 'intermediate' },
  { kind: 'end-event', icon: 'end' },
  { kind: 'exclusive-gateway', icon: 'gateway' },
  { kind: 'task', icon: 'task' },
  { kind: 'ai-call', icon: 'aiCall' },
  { kind: 'approval', icon: 'approval' },
  { kind: 'sub-process', icon: 'subprocess' },
];

const DATA: typeof ELEMENTS = [
  { kind: 'pool', icon: 'pool' },
  { kind: 'data-object', icon: 'data' },
  { kind: 'group', icon: 'group' },
  { kind: 'annotation', icon: 'note' },
];

const SHOWN = new Set([...ELEMENTS, ...DATA].map((each) => each.kind));

/** Tools and elements at the left. A click arms, a drag places, Enter places in the middle of the view. */
export function Palette() {
  const bar = useRef<HTMLDivElement>(null);
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Elements"
      aria-orientation="vertical"
      onKeyDown={keys}
      className="flex w-12 flex-none flex-col items-center gap-px overflow-y-auto border-r border-line bg-paper py-1.5"
    >
      {TOOLS.map((tool, i) => (
        <ToolButton key={tool.kind} {...tool} first={i === 0} />
      ))}
      <CommentButton />
      <Rule />
      {ELEMENTS.map((element) => (
        <ElementButton key={element.kind} id={element.kind} icon={element.icon} />
      ))}
      <Rule />
      {DATA.map((element) => (
        <ElementButton key={element.kind} id={element.kind} icon={element.icon} />
      ))}
      <MoreButton />
    </div>
  );
}

const Rule = () => <span className="my-1.5 w-6 flex-none border-t border-line" />;

const look = (on: boolean): string =>
  cx(
    'relative flex h-8.5 w-9 flex-none items-center justify-center rounded-[5px]',
    on ? 'bg-ink text-canvas' : 'text-ink hover:bg-hover',
  );

function ToolButton({ kind, label, icon, shortcut, first }: (typeof TOOLS)[number] & { first: boolean }) {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const on = useEditor((state) => state.tool.kind === kind);
  const arm = () => {
    gestures.setState({ connecting: null, ghost: null });
    editor.getState().setTool({ kind });
  };
  return (
    <Tooltip content={label} shortcut={keyName(shortcut)} side="right">
      <button
        type="button"
        tabIndex={first ? 0 : -1}
        aria-label={label}
        aria-pressed={on}
        className={look(on)}
        onClick={arm}
      >
        <BpmnIcon name={icon} size={17} />
      </button>
    </Tooltip>
  );
}

/** What the next click is about; Enter comments on what is selected, or in the middle of the view. */
function CommentButton() {
  const editor = useEditorStore();
  const gestures = useGestureStore();
  const board = useBoard();
  const commentAt = useCommenting();
  const on = useEditor((state) => state.tool.kind === 'comment');
  const arm = () => {
    gestures.setState({ connecting: null, ghost: null });
    editor.getState().setTool({ kind: on ? 'select' : 'comment' });
  };
  const now = () => {
    const { selection, discuss } = editor.getState();
    const [id] = selection;
    if (id && selection.length === 1) discuss({ compose: { elementId: id } });
    else commentAt(board.centre(), true);
  };
  return (
    <Tooltip content="Comment" shortcut={keyName('comment')} side="right">
      <button
        type="button"
        tabIndex={-1}
        aria-label="Comment"
        aria-pressed={on}
        className={look(on)}
        onClick={(event) => (event.detail === 0 ? now() : arm())}
      >
        <BpmnIcon name="comment" size={17} />
      </button>
    </Tooltip>
  );
}

function ElementButton({ id, icon }: { id: string; icon: BpmnIconName }) {
  const editor = useEditorStore();
  const board = useBoard();
  const placing = usePlacing();
  const kind = kindById(id);
  const on = useEditor((state) => state.tool.kind === 'place' && state.tool.what.id === id);
  const dragged = useRef(false);

  const press = (event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    dragged.current = false;
    const origin = { x: event.clientX, y: event.clientY };
    const move = (e: PointerEvent) => {
      const at = { x: e.clientX, y: e.clientY };
      dragged.current ||= Math.hypot(at.x - origin.x, at.y - origin.y) > 4;
      if (dragged.current) board.contains(at) ? placing.hover(kind, at) : placing.leave();
    };
    const up = (e: PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      const at = { x: e.clientX, y: e.clientY };
      if (dragged.current && board.contains(at)) placing.placeAt(kind, at, e.ctrlKey || e.metaKey);
      else placing.leave();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
  };
  return (
    <Tooltip content={kind.label} side="right">
      <button
        type="button"
        tabIndex={-1}
        aria-label={kind.label}
        aria-pressed={on}
        data-kind={id}
        className={look(on)}
        onPointerDown={press}
        onClick={(event) => {
          if (dragged.current) return;
          // A click without a pointer is Enter or Space on the button.
          if (event.detail === 0) placing.placeInMiddle(kind);
          else editor.getState().setTool(on ? { kind: 'select' } : { kind: 'place', what: kind });
        }}
      >
        <BpmnIcon name={icon} size={19} />
      </button>
    </Tooltip>
  );
}

/** Everything else, in a list that can be searched. */
function MoreButton() {
  const gestures = useGestureStore();
  const count = KINDS.filter((kind) => !SHOWN.has(kind.id)).length;
  return (
    <Tooltip content={`${count} more elements`} shortcut={keyName('create')} side="right">
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${count} more elements`}
        className={cx(look(false), 'flex-col gap-0 text-2xs/3 font-medium')}
        onClick={() =>
          gestures.setState({
            picker: { mode: 'arm', at: null, screen: { x: 8, y: 300 }, source: null },
          })
        }
      >
        <BpmnIcon name="more" size={17} />
        {count}
      </button>
    </Tooltip>
  );
}
