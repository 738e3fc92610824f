import type { ElementId, Json, ProcessDocument } from '../types';

/** Something both sides changed differently; the merged document holds what `taken` says. */
export interface MergeConflict {
  elementId: ElementId;
  /**
   * What differs: `attrs.name`, `refs.default`, `values.bounds`, `type`, `parent`; empty for the element as a whole
   * (one side deleted it and the other changed it or needs it).
   */
  property: string;
  /** Absent where the property or element is not there. */
  base?: Json;
  mine?: Json;
  theirs?: Json;
  taken: 'mine' | 'theirs';
}

export interface MergeResult {
  document: ProcessDocument;
  conflicts: MergeConflict[];
}

/** The three documents of a merge. */
export interface Sides {
  base: ProcessDocument;
  mine: ProcessDocument;
  theirs: ProcessDocument;
}

/** Lists that follow from flows and places and are no edits of their own. */
export const DERIVED: ReadonlySet<string> = new Set(['incoming', 'outgoing', 'flowNodeRef']);
