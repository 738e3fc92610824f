'use client';

import type { KeyboardEvent } from 'react';
import { singleKeysOn } from '@/components/ui/single-keys';

/** What each key does; single keys act only while focus is in the list or the detail, and never in a field. */
export interface InboxKeys {
  move: (by: 1 | -1) => void;
  enter: () => void;
  escape: () => void;
  claim: () => void;
  release: () => void;
  /** Arms the first outcome of this tone; never sends. */
  arm: (tone: 'positive' | 'negative') => void;
  comment: () => void;
  search: () => void;
  /** Sends what is armed. */
  submit: () => void;
}

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/** A handler for `onKeyDown` of the inbox. */
export function inboxKeys(keys: InboxKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    // A dialog is inside the page's tree for events, not for people.
    if (event.defaultPrevented || !event.currentTarget.contains(target)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return keys.submit();
    }
    if (event.key === 'Escape') return keys.escape();
    if (event.ctrlKey || event.metaKey || event.altKey || target.matches(FIELDS)) return;
    if (event.key.length === 1 && !singleKeysOn()) return;
    const action = actionOf(event, keys);
    if (!action) return;
    event.preventDefault();
    action();
  };
}

function actionOf(event: KeyboardEvent<HTMLElement>, keys: InboxKeys): (() => void) | undefined {
  if (event.key === 'C' || (event.key === 'c' && event.shiftKey)) return keys.release;
  if (event.shiftKey) return event.key === '/' ? keys.search : undefined;
  switch (event.key.toLowerCase()) {
    case 'j':
      return () => keys.move(1);
    case 'k':
      return () => keys.move(-1);
    case 'c':
      return keys.claim;
    case 'a':
      return () => keys.arm('positive');
    case 'r':
      return () => keys.arm('negative');
    case 'm':
      return keys.comment;
    case '/':
      return keys.search;
    case 'enter':
      return (event.target as HTMLElement).hasAttribute('data-task') ? keys.enter : undefined;
    default:
      return undefined;
  }
}
