import { type RefObject, useEffect, useRef } from 'react';
import { isTyping, type ShortcutId, shortcutOf } from '@/components/canvas';
import { hasUncommittedText } from '@/components/inspector/fields/use-draft';
import { useEditorStore } from './store/context';

/** Shortcuts that change the draft, or lead to where it is changed. */
const EDITS: ReadonlySet<string> = new Set(['undo', 'redo', 'find', 'nextProblem', 'previousProblem']);

/**
 * Shortcuts of the whole designer work wherever its focus is, and when nothing has it.
 * @param locked the simulation runs: what would edit is refused in words
 */
export function useDesignerKeys(
  root: RefObject<HTMLDivElement | null>,
  locked: boolean,
  handlers: Partial<Record<ShortcutId, () => void>>,
): void {
  const editor = useEditorStore();
  const press = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (shortcut?.scope !== 'designer') return;
    if (locked && EDITS.has(shortcut.id)) {
      editor.getState().say('Editing is off during the simulation: press T to go back to it', true);
      return event.preventDefault();
    }
    // A field that is being typed in has its own undo until it is clean.
    if ((shortcut.id === 'undo' || shortcut.id === 'redo') && isTyping(event.target) && hasUncommittedText())
      return;
    handlers[shortcut.id]?.();
    event.preventDefault();
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inside = event.target === document.body || root.current?.contains(event.target as Node);
      if (inside && !event.defaultPrevented) latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [root]);
}
