import type { ProcessDocument } from '@/lib/document';

/** One step of the history: the document it leads to, and what it did in a few words. */
export interface Step {
  document: ProcessDocument;
  label: string;
  /** Going there would take away what somebody else did meanwhile. */
  readonly lost?: boolean;
}

/**
 * Undo and redo as documents that share what didn't change. Selection and viewport are none of its business.
 * Immutable: every function answers a new history.
 */
export interface History {
  past: readonly Step[];
  present: ProcessDocument;
  future: readonly Step[];
  /** Steps with the same key that follow each other within `COALESCE_MS` are one: a burst of arrow keys. */
  burst?: { key: string; at: number };
}

/** How long after its last key press a burst goes on, in milliseconds. */
export const COALESCE_MS = 800;

/** Most steps that are kept. */
const LIMIT = 300;

export const newHistory = (document: ProcessDocument): History => ({
  past: [],
  present: document,
  future: [],
});

/**
 * Records a step; a document that is the present one records nothing.
 * @param burst gestures of one key and near in time are joined. `at` is any clock in milliseconds.
 */
export function record(
  history: History,
  document: ProcessDocument,
  label: string,
  burst?: { key: string; at: number },
): History {
  if (document === history.present) return history;
  const joins = burst && history.burst?.key === burst.key && burst.at - history.burst.at <= COALESCE_MS;
  const past = joins ? history.past : [...history.past, { document: history.present, label }].slice(-LIMIT);
  return { past, present: document, future: [], ...(burst ? { burst } : {}) };
}

/** Goes back one step; the same history when there is none, and one without a past when the step is lost. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  if (step.lost) return { ...history, past: [] };
  return {
    past: history.past.slice(0, -1),
    present: step.document,
    future: [{ document: history.present, label: step.label }, ...history.future],
  };
}

/** Goes forward one step again; the same history when there is none, and one without a future when the step is lost. */
export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  if (step.lost) return { ...history, future: [] };
  return {
    past: [...history.past, { document: history.present, label: step.label }],
    present: step.document,
    future,
  };
}

/** What the next undo would take back, in a few words; undefined when there is nothing. */
export const undoLabel = (history: History): string | undefined => history.past.at(-1)?.label;

/** What the next redo would bring back. */
export const redoLabel = (history: History): string | undefined => history.future[0]?.label;
