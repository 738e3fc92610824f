'use client';

import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { later } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import type { ElementId } from '@/lib/document';
import { remove } from '@/lib/editing';
import { nameInList } from '@/lib/outline/words';
import { CommentsPanel } from './comments/later';
import { applies, type StepKind } from './steps/actions';
import type { OpenStep } from './steps/step-windows';
import { useEditorStore } from './store/context';

const OutlinePanel = later(() => import('./outline/outline-panel').then((it) => it.OutlinePanel), {
  name: 'The outline',
});
const StepWindows = later(() => import('./steps/step-windows').then((it) => it.StepWindows), {
  name: 'This window',
});

/** Loaded before the first key asks for them: what is typed right after the key belongs into the window. */
export const KEYBOARD_PARTS = [StepWindows, OutlinePanel, CommentsPanel] as const;

/** From this width on outline and properties leave enough of the canvas, in px. */
const ROOM_FOR_BOTH = 1_560;

export interface KeyboardPartsOptions {
  root: RefObject<HTMLElement | null>;
  problems: readonly Problem[];
  onProperties: () => void;
  /** Gives the outline the room of the properties, where both would leave too little to draw on. */
  onNarrow: () => void;
  onHelp: () => void;
}

export interface KeyboardParts {
  /** A window is open. */
  busy: boolean;
  onStep: (kind: StepKind | 'menu') => void;
  enterOutline: () => void;
  outline: ReactNode;
  windows: ReactNode;
}

/** The outline and the windows of steps: what lets everything be done without a pointer. Loaded when first asked for. */
export function useKeyboardParts({
  root,
  problems,
  onProperties,
  onNarrow,
  onHelp,
}: KeyboardPartsOptions): KeyboardParts {
  const editor = useEditorStore();
  const [step, setStep] = useState<OpenStep | null>(null);
  const [outline, setOutline] = useState(false);
  const origin = useRef<HTMLElement | null>(null);
  const canvas = () => root.current?.querySelector<HTMLElement>('[data-testid=canvas]');
  const goBack = () => (origin.current?.isConnected ? origin.current : canvas())?.focus();

  const doStep = (kind: StepKind | 'menu', id: ElementId, at: { x: number; y: number }) => {
    const { history, say, apply, focusField, discuss } = editor.getState();
    if (kind !== 'menu' && !applies(history.present, id, kind))
      return say(`${WORDS[kind] ?? 'This'} is not possible for “${nameInList(history.present, id)}”`, true);
    if (kind === 'delete') return void apply(remove(history.present, [id]));
    if (kind === 'comment') return discuss({ compose: { elementId: id } });
    if (kind === 'open') {
      onProperties();
      return focusField(id, 'name');
    }
    setStep({ kind, id, at });
  };
  const begin: typeof doStep = (kind, id, at) => {
    origin.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    doStep(kind, id, at);
  };
  /** A step of the canvas, for the one element that is selected. */
  const onStep = (kind: StepKind | 'menu') => {
    const { selection, say } = editor.getState();
    const [id] = selection;
    if (!id || (selection.length > 1 && kind !== 'move')) return say('Select one element first', true);
    begin(kind, id, placeOf(root.current?.querySelector(`[data-id="${CSS.escape(id)}"]`), canvas()));
  };
  const enterOutline = () => {
    if (!outline && (root.current?.clientWidth ?? 0) < ROOM_FOR_BOTH) onNarrow();
    setOutline(true);
    void StepWindows.preload().catch(() => undefined);
    if (editor.getState().selection.length > 0)
      editor.getState().reveal(editor.getState().selection[0] ?? '');
    whenThere(() => root.current?.querySelector<HTMLElement>('[role=tree] [tabindex="0"]'));
  };
  const closeOutline = () => {
    setOutline(false);
    canvas()?.focus();
  };
  return {
    busy: step !== null,
    onStep,
    enterOutline,
    outline: outline && (
      <OutlinePanel
        problems={problems}
        onStep={begin}
        onHelp={onHelp}
        onLeave={() => canvas()?.focus()}
        onClose={closeOutline}
      />
    ),
    windows: step && (
      <StepWindows
        step={step}
        onStep={(kind, id) => {
          goBack();
          doStep(kind, id, step.at);
        }}
        onClose={() => {
          setStep(null);
          if (step.kind === 'menu') goBack();
        }}
      />
    ),
  };
}

/** Right of what is drawn; in the middle of the canvas for a line or what is out of view. */
function placeOf(node: Element | null | undefined, canvas: Element | null | undefined) {
  const box = (node ?? canvas)?.getBoundingClientRect() ?? new DOMRect();
  return node ? { x: box.right, y: box.top } : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const WORDS: Partial<Record<StepKind, string>> = {
  before: 'Adding before',
  after: 'Adding after',
  append: 'Appending',
  attach: 'Attaching an event',
  connect: 'Connecting',
  insert: 'Inserting',
  lane: 'Moving to a lane',
  morph: 'Changing the kind',
  move: 'Moving',
  resize: 'Resizing',
  route: 'Editing way-points',
};

/** Gives the focus to something as soon as it is drawn; it may have to be loaded first. */
function whenThere(find: () => HTMLElement | null | undefined, tries = 300): void {
  const found = find();
  if (found) found.focus();
  else if (tries > 0) requestAnimationFrame(() => whenThere(find, tries - 1));
}
