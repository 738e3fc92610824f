import { hasUncommittedText } from '@/components/inspector/fields/use-draft';
import { type DocumentDiff, diffDocuments, onlyMoved } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';
import { adopt, sharing } from '@/lib/editing/adopt';
import type { Saved } from '@/lib/presence/types';
import type { DesignerApi } from '../api';
import type { Autosave } from '../save/autosave';
import type { EditorStore } from '../store/editor-store';

/** How often it is looked whether typing has come to its end, in milliseconds. */
export const LOOK_AGAIN_MS = 300;

/** How long this window's own restoring of a version may take until it has the draft again, in milliseconds. */
export const OWN_MS = 1_500;

/** What somebody else saved while this window had the draft open. */
export interface Theirs {
  by: string;
  /** It was oneself, in another window. */
  me: boolean;
  /** Elements that differ, drawn otherwise included. */
  changes: number;
  before: ProcessDocument;
  after: ProcessDocument;
  /** It is what this window shows now; otherwise one's own changes are in the way. */
  taken: boolean;
}

/** How many elements somebody changed, as the notice counts them. */
export const countOf = (diff: DocumentDiff): number =>
  diff.added.length + diff.removed.length + diff.changed.length + onlyMoved(diff).length;

/**
 * Takes over what others save as long as there are no changes of one's own, at a moment at which nothing is being
 * drawn or typed. With changes of one's own nothing is touched: saving them shows the conflict.
 * @param me whose window this is, as soon as it is known
 * @param tell is told of what others saved, taken over or not
 * @returns what is called when somebody saved
 */
export function takeTheirs(
  editor: EditorStore,
  autosave: Autosave,
  api: Pick<DesignerApi, 'loadDraft'>,
  me: () => string | null,
  tell: (theirs: Theirs) => void,
): (saved: Saved) => Promise<void> {
  let newest: Saved | null = null;
  let working: Promise<void> | null = null;

  const take = async () => {
    while (newest && newest.revision > autosave.state.getState().revision) {
      const { by, revision } = newest;
      const own = by.id === me();
      // A version restored in this very window is read by it in a moment.
      if (own) await later(OWN_MS);
      await calm(editor, autosave);
      // What was being sent may have been this very revision.
      if (revision <= autosave.state.getState().revision) continue;
      const draft = await api.loadDraft();
      await calm(editor, autosave);
      const { status, revision: mine } = autosave.state.getState();
      const before = autosave.base();
      if (draft.revision <= mine || !before || status === 'conflict') break;
      const after = sharing(before, draft.document);
      const changes = countOf(diffDocuments(before, after));
      const clean = status === 'saved' && editor.getState().history.present === before;
      if (clean) {
        editor.getState().goOn(adopt(editor.getState().history, after));
        autosave.rebase(editor.getState().history.present, draft.revision);
      }
      if (changes > 0) tell({ by: by.name, me: own, changes, before, after, taken: clean });
      if (!clean) break;
    }
  };
  return (saved) => {
    if (!newest || saved.revision >= newest.revision) newest = saved;
    working ??= take()
      // Offline: saving will meet what they did.
      .catch(() => undefined)
      .finally(() => {
        working = null;
      });
    return working;
  };
}

/** Waits until nothing is under way: no drag, no label or field being typed, no draft on its way to the server. */
async function calm(editor: EditorStore, autosave: Autosave): Promise<void> {
  const busy = () => {
    const { preview, naming } = editor.getState();
    return preview || naming || hasUncommittedText();
  };
  await autosave.settled();
  while (busy()) {
    await later(LOOK_AGAIN_MS);
    await autosave.settled();
  }
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
