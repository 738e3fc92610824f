'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { EditorState, EditorStore } from './editor-store';

const Context = createContext<EditorStore | null>(null);

/** Gives an editing session to everything below: canvas, palette, inspector, problems. */
export function EditorProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return <Context.Provider value={store}>{children}</Context.Provider>;
}

/** The session itself, for event handlers; reading it does not follow changes. */
export function useEditorStore(): EditorStore {
  const store = useContext(Context);
  if (!store) throw new Error('No EditorProvider above this component');
  return store;
}

/** A part of the session; the component follows it. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorStore(), select);
}
