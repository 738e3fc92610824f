'use client';

import { type RefObject, useEffect } from 'react';
import { keyName, SHORTCUTS, type Shortcut, type ShortcutId } from '@/components/canvas/shortcuts';
import { type CommandGroup, provideCommands } from '@/components/commands/sources';
import { outlineOf } from '@/lib/outline/outline';
import { useEditorStore } from './store/context';
import type { EditorStore } from './store/editor-store';

/** Keys that only make sense pressed: steps of a pixel, walking, leaving. */
const PRESSED_ONLY = /^(move(Left|Right|Up|Down)|pan.*|next|previous|branch|open|escape|commands)$/;

/** Gives the command palette the elements of this process and every action of the shortcut registry. */
export function useDesignerCommands(root: RefObject<HTMLElement | null>): void {
  const editor = useEditorStore();
  useEffect(() => provideCommands(() => [actions(root), elements(editor, root)]), [editor, root]);
}

function actions(root: RefObject<HTMLElement | null>): CommandGroup {
  return {
    heading: 'Actions',
    commands: SHORTCUTS.filter(({ id, scope }) => scope !== 'simulation' && !PRESSED_ONLY.test(id)).map(
      (shortcut) => ({
        id: `action ${shortcut.id}`,
        label: shortcut.label,
        shortcut: keyName(shortcut.id as ShortcutId),
        run: () => press(shortcut, root.current),
      }),
    ),
  };
}

/** Does what the key does, by the same handler: presses it on the canvas for the person. */
function press({ keys }: Shortcut, root: HTMLElement | null): void {
  const canvas = root?.querySelector<HTMLElement>('[data-testid=canvas]');
  const parts = (keys[0] ?? '').split(/\+(?!$)/);
  canvas?.focus({ preventScroll: true });
  canvas?.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: parts.at(-1) ?? '',
      ctrlKey: parts.includes('Mod'),
      shiftKey: parts.includes('Shift'),
      altKey: parts.includes('Alt'),
      bubbles: true,
      cancelable: true,
    }),
  );
}

function elements(editor: EditorStore, root: RefObject<HTMLElement | null>): CommandGroup {
  return {
    heading: 'In this process',
    commands: outlineOf(editor.getState().history.present).map(({ id, name, kind }) => ({
      id: `element ${id}`,
      label: name,
      hint: kind,
      keywords: [id, kind],
      run: () => {
        editor.getState().reveal(id);
        root.current?.querySelector<HTMLElement>('[data-testid=canvas]')?.focus({ preventScroll: true });
      },
    })),
  };
}
