import type { ProcessDocument } from '@/lib/document';
import { type MergeConflict, merge } from '@/lib/document/merge';
import { mergeChosen } from '@/lib/document/merge/choose';
import type { DesignerApi } from '../api';
import type { Autosave } from '../save/autosave';
import type { EditorStore } from '../store/editor-store';

/** A merge under way: both sides, and what they disagree about. */
export interface MergeSession {
  base: ProcessDocument;
  mine: ProcessDocument;
  theirs: ProcessDocument;
  /** The revision `theirs` is. */
  revision: number;
  conflicts: readonly MergeConflict[];
}

export type Choices = ReadonlyMap<MergeConflict, 'mine' | 'theirs'>;

/** Loads what the server has and compares; fails when the server can't be reached. */
export async function startMerge(
  editor: EditorStore,
  autosave: Autosave,
  api: DesignerApi,
): Promise<MergeSession | null> {
  const base = autosave.base();
  if (!base) return null;
  const { document: theirs, revision } = await api.loadDraft();
  const mine = editor.getState().history.present;
  return { base, mine, theirs, revision, conflicts: merge(base, mine, theirs).conflicts };
}

/**
 * Goes on from the merged document and saves it on top of theirs. Undo begins anew: it must not take away what
 * others did.
 */
export async function finishMerge(
  editor: EditorStore,
  autosave: Autosave,
  { base, mine, theirs, revision, conflicts }: MergeSession,
  choices: Choices,
): Promise<void> {
  const decided = conflicts.map((conflict) => ({
    conflict,
    take: choices.get(conflict) ?? conflict.taken,
  }));
  const { document } = mergeChosen({ base, mine, theirs }, decided);
  // From theirs on, so that saving compares with what the server has.
  autosave.rebase(theirs, revision);
  editor.getState().replace(document);
  editor.getState().say('Merged with what others changed');
  await autosave.flush();
}
