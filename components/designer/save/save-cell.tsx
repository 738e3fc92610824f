'use client';

import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import type { Autosave, SaveState } from './autosave';

const time = (date: Date): string =>
  date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false });

const WORDS: Record<SaveState['status'], (state: SaveState) => string> = {
  saved: () => 'Saved',
  changed: () => 'Saving…',
  saving: () => 'Saving…',
  offline: ({ unsaved }) => `Offline – ${unsaved} ${unsaved === 1 ? 'change' : 'changes'} kept`,
  conflict: () => 'Conflict',
  refused: ({ message }) => `Not saved: ${message ?? 'the server refused the content'}`,
};

/** Whether what is drawn has been saved. */
export function SaveCell({ autosave, onConflict }: { autosave: Autosave; onConflict: () => void }) {
  const state = useStore(autosave.state);
  const text = WORDS[state.status](state);
  const icon = {
    saved: <Check size={14} aria-hidden="true" />,
    changed: <Loader size={14} aria-hidden="true" />,
    saving: <Loader size={14} aria-hidden="true" />,
    offline: <CloudOff size={14} aria-hidden="true" />,
    conflict: <TriangleAlert size={14} className="text-incident" aria-hidden="true" />,
    refused: <TriangleAlert size={14} className="text-incident" aria-hidden="true" />,
  }[state.status];
  return (
    <span data-save-status={state.status} className="flex items-center gap-1.5">
      {icon}
      {state.status === 'conflict' ? (
        <button type="button" className="inline-link" onClick={onConflict}>
          {text}
        </button>
      ) : (
        <span className="max-w-72 truncate">
          {text}
          {/* a phone has one line for all of the sheet's cells */}
          {state.status === 'saved' && state.savedAt && (
            <span className="max-desk:hidden"> {time(state.savedAt)}</span>
          )}
        </span>
      )}
    </span>
  );
}
