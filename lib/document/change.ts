import { changedEntries } from './changed';
import { indexesOf } from './indexes';
import type { DocElement, ElementId, ProcessDocument } from './types';

/** What leads from one document to another, small when they share their entries, as documents before and after an edit. */
export interface DocumentChange {
  /** Everything of the new document but its entries. */
  rest: Omit<ProcessDocument, 'elements'>;
  /** Entries that are new or different; after `null` for the document before it is all of them. */
  set: Record<ElementId, DocElement>;
  removed: readonly ElementId[];
}

/**
 * The change from one document to another. Entries that are the same object are taken to be equal: no entry ever
 * changes in place.
 */
export function changeBetween(before: ProcessDocument | null, after: ProcessDocument): DocumentChange {
  const { elements, ...rest } = after;
  if (!before) return { rest, set: elements, removed: [] };
  const set: Record<ElementId, DocElement> = {};
  for (const id of changedEntries(before, after)) set[id] = elements[id] as DocElement;
  const removed = indexesOf(before)
    .keys()
    .filter((id) => !(id in elements));
  return { rest, set, removed };
}

/** The document that a change leads to from the one it was made from. */
export function withChange(before: ProcessDocument | null, change: DocumentChange): ProcessDocument {
  const elements = { ...before?.elements, ...change.set };
  for (const id of change.removed) delete elements[id];
  return { ...change.rest, elements };
}
