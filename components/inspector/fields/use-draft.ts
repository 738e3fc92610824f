import { useEffect, useRef, useState } from 'react';

/** Idle time after which typing is committed, in milliseconds. */
export const IDLE_MS = 400;

/** Fields with text that isn't committed yet. */
const uncommitted = new Set<object>();

/** Whether a field holds typing of its own, so that undo belongs to it and not to the document. */
export const hasUncommittedText = (): boolean => uncommitted.size > 0;

/**
 * What is being typed: committed on blur and after a pause, and when the field goes away. A change from outside
 * (undo, another person) replaces it unless something is being typed.
 */
export function useDraft(value: string, commit: (text: string) => void) {
  const [text, setText] = useState(value);
  const live = useRef({
    text: value,
    dirty: false,
    /** What was committed comes back as the value, perhaps without the spaces around it. */
    returning: false,
    commit,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });
  live.current.commit = commit;

  useEffect(() => {
    if (live.current.dirty) return;
    const own = live.current.returning && value.trim() === live.current.text.trim();
    live.current.returning = false;
    // The person rests after a space: it is theirs, and the next word follows it.
    if (own) return;
    live.current.text = value;
    setText(value);
  }, [value]);

  const flush = () => {
    clearTimeout(live.current.timer);
    if (!live.current.dirty) return;
    uncommitted.delete(live.current);
    live.current.dirty = false;
    live.current.returning = true;
    live.current.commit(live.current.text);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field goes away
  useEffect(() => flush, []);

  const change = (next: string) => {
    setText(next);
    live.current.text = next;
    live.current.dirty = true;
    uncommitted.add(live.current);
    clearTimeout(live.current.timer);
    live.current.timer = setTimeout(flush, IDLE_MS);
  };
  return { text, change, flush };
}
