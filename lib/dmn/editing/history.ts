import type { TableDraft } from './draft';

/** Undo and redo of a table, as drafts that share what didn't change. */
export interface DraftHistory {
  readonly past: readonly Step[];
  readonly present: TableDraft;
  readonly future: readonly Step[];
}

interface Step {
  readonly draft: TableDraft;
  /** What it did, in a few words. */
  readonly label: string;
}

/** Most steps that are kept. */
const LIMIT = 300;

export const newDraftHistory = (present: TableDraft): DraftHistory => ({ past: [], present, future: [] });

/** Records a step; a draft that is the present one records nothing. */
export function recordDraft(history: DraftHistory, draft: TableDraft, label: string): DraftHistory {
  if (draft === history.present) return history;
  const past = [...history.past, { draft: history.present, label }].slice(-LIMIT);
  return { past, present: draft, future: [] };
}

/** Goes back one step; the same history when there is none. */
export function undoDraft({ past, present, future }: DraftHistory): DraftHistory {
  const step = past.at(-1);
  if (!step) return { past, present, future };
  return {
    past: past.slice(0, -1),
    present: step.draft,
    future: [{ draft: present, label: step.label }, ...future],
  };
}

/** Goes forward one step again; the same history when there is none. */
export function redoDraft({ past, present, future }: DraftHistory): DraftHistory {
  const [step, ...rest] = future;
  if (!step) return { past, present, future };
  return { past: [...past, { draft: present, label: step.label }], present: step.draft, future: rest };
}
