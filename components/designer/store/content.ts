import { createContext, useContext } from 'react';
import { differInDrawingOnly, type ProcessDocument } from '@/lib/document';
import { useEditor, useEditorStore } from './context';
import type { EditorStore } from './editor-store';

/** Of each session the document last looked at, and the one that first said the same. */
const looked = new WeakMap<EditorStore, { document: ProcessDocument; content: ProcessDocument }>();

/**
 * The document as long as only its drawing changes: who shows words and values has nothing to do when something is
 * moved. Its shapes and lines may be of before.
 * @param document what the session shows now, or did at first
 */
export function contentOf(store: EditorStore, document: ProcessDocument): ProcessDocument {
  const before = looked.get(store);
  if (before?.document === document) return before.content;
  const same = before !== undefined && differInDrawingOnly(before.document, document);
  const content = same ? before.content : document;
  looked.set(store, { document, content });
  return content;
}

/** The content that everything below shows, instead of each part following the session by itself. */
export const ContentContext = createContext<ProcessDocument | null>(null);

/** What the draft says; not for reading the drawing, and not for changing: changes begin with the session's own. */
export function useContent(): ProcessDocument {
  const given = useContext(ContentContext);
  const store = useEditorStore();
  return useEditor((state) => given ?? contentOf(store, state.history.present));
}
