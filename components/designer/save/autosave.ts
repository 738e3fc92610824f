import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProcessDocument } from '@/lib/document';
import type { DesignerApi } from '../api';
import type { EditorStore } from '../store/editor-store';
import { forgetDraft, type KeptDraft, keepDraft } from './kept-draft';

export type SaveStatus = 'saved' | 'changed' | 'saving' | 'offline' | 'conflict' | 'refused';

export interface SaveState {
  status: SaveStatus;
  /** The revision the server has. */
  revision: number;
  /** Changes that the server hasn't got. */
  unsaved: number;
  savedAt: Date | null;
  /** Why the content was refused. */
  message?: string;
}

/** How long after the last change the draft is saved, in milliseconds. */
const IDLE_MS = 800;
const RETRY_MS = 5_000;
/** Copying a large document takes longer than a frame: a change is drawn before it is kept, some at once only once. */
const KEEP_MS = 50;

export interface Autosave {
  state: StoreApi<SaveState>;
  /** Saves now what is unsaved; answers when it is done. */
  flush(): Promise<void>;
  /** Waits for the request that is under way, if there is one. */
  settled(): Promise<void>;
  /** Goes on from another document and revision: after a reload. */
  rebase(document: ProcessDocument, revision: number): void;
  /** The document of the revision that editing goes on from; null when it isn't known any more. */
  base(): ProcessDocument | null;
  stop(): void;
}

/**
 * Saves the draft when editing pauses, one request at a time. Until the server has a change it is kept in this
 * browser, so that neither a closed tab nor a lost network loses it.
 */
export function createAutosave(
  processId: string,
  editor: EditorStore,
  api: DesignerApi,
  revision: number,
  kept?: KeptDraft,
): Autosave {
  const state = createStore<SaveState>(() => ({
    status: kept ? 'changed' : 'saved',
    revision,
    unsaved: kept?.changes ?? 0,
    savedAt: null,
  }));
  let saved: ProcessDocument | null = kept ? null : editor.getState().history.present;
  let base: ProcessDocument | null = kept ? (kept.base ?? null) : saved;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  const present = () => editor.getState().history.present;
  const isSaved = () => saved === present();

  const schedule = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), after);
  };

  const keepNow = () => {
    clearTimeout(keeping);
    keeping = undefined;
    void keepDraft(processId, {
      document: present(),
      revision: state.getState().revision,
      changes: state.getState().unsaved,
      ...(base && { base }),
    });
  };
  const keep = () => {
    keeping ??= setTimeout(keepNow, KEEP_MS);
  };
  const leave = () => keeping !== undefined && keepNow();

  const forget = () => {
    clearTimeout(keeping);
    keeping = undefined;
    return forgetDraft(processId);
  };

  /** The server has what is shown. */
  const rest = () => {
    state.setState({ status: 'saved', unsaved: 0 });
    return forget();
  };

  const send = async () => {
    const document = present();
    state.setState({ status: 'saving' });
    try {
      const answer = await api.saveDraft(document, state.getState().revision);
      if (answer.status === 'conflict') return state.setState({ status: 'conflict' });
      if (answer.status === 'refused') return state.setState({ status: 'refused', message: answer.message });
      saved = document;
      base = document;
      state.setState({ revision: answer.revision, savedAt: new Date() });
      if (!isSaved()) return schedule(IDLE_MS);
      await rest();
    } catch {
      state.setState({ status: 'offline' });
      schedule(RETRY_MS);
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    // Whoever waited together goes on together: one of them saves, the others wait for that.
    while (running) await running;
    const { status } = state.getState();
    if (status === 'conflict') return;
    // A change may have been taken back before it was sent.
    if (isSaved()) return status === 'saved' ? undefined : rest();
    running = send().finally(() => {
      running = null;
    });
    await running;
  };

  const unfollow = editor.subscribe((next, before) => {
    if (next.history.present === before.history.present) return;
    const { status, unsaved } = state.getState();
    state.setState({
      unsaved: unsaved + 1,
      status: status === 'offline' || status === 'conflict' ? status : 'changed',
    });
    keep();
    if (status !== 'conflict') schedule(IDLE_MS);
  });
  const online = () => void flush();
  window.addEventListener('online', online);
  window.addEventListener('pagehide', leave);
  if (kept) schedule(0);

  return {
    state,
    flush,
    settled: async () => {
      while (running) await running;
    },
    base: () => base,
    rebase(document, next) {
      saved = document;
      base = document;
      state.setState({ status: 'saved', revision: next, unsaved: 0, savedAt: new Date() });
      void forget();
    },
    stop() {
      clearTimeout(timer);
      leave();
      unfollow();
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', leave);
    },
  };
}
