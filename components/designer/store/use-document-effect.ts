import { useEffect } from 'react';
import type { ProcessDocument } from '@/lib/document';
import { useEditorStore } from './context';
import type { EditorStore } from './editor-store';

/** What is begun for a document; what it gives back ends it. */
export type DocumentEffect = (document: ProcessDocument) => (() => void) | undefined;

/**
 * Does something for the draft as it is, and again after each change of it, without drawing anything again.
 * @param effect stable between drawings
 */
export function useDocumentEffect(effect: DocumentEffect): void {
  const editor = useEditorStore();
  useEffect(() => followDocument(editor, effect), [editor, effect]);
}

/** @returns stops following, and ends what was begun last */
export function followDocument(editor: EditorStore, effect: DocumentEffect): () => void {
  let document = editor.getState().history.present;
  let end = effect(document);
  const stop = editor.subscribe(({ history }) => {
    if (history.present === document) return;
    document = history.present;
    end?.();
    end = effect(document);
  });
  return () => {
    stop();
    end?.();
  };
}
