import { indexesOf } from './indexes';
import type { ElementId, ProcessDocument } from './types';

/**
 * The ids of entries that a document has and an earlier one had not, or not the same. Documents share what an edit
 * did not touch, so this compares objects and reads none. What was removed shows as a change of its parent.
 */
export function changedEntries(before: ProcessDocument, after: ProcessDocument): ElementId[] {
  if (before === after) return [];
  const changed: ElementId[] = [];
  for (const id of indexesOf(after).keys()) if (before.elements[id] !== after.elements[id]) changed.push(id);
  return changed;
}
