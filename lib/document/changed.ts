import { indexesOf } from './indexes';
import type { ElementId, ProcessDocument } from './types';

/** The last comparison with a document: who draws it and who checks it compare with the same one. */
const last = new WeakMap<ProcessDocument, { before: ProcessDocument; changed: readonly ElementId[] }>();

/**
 * The ids of entries that a document has and an earlier one had not, or not the same. Documents share what an edit
 * did not touch, so this compares objects and reads none. What was removed shows as a change of its parent.
 */
export function changedEntries(before: ProcessDocument, after: ProcessDocument): readonly ElementId[] {
  if (before === after) return [];
  const known = last.get(after);
  if (known?.before === before) return known.changed;
  const indexes = indexesOf(after);
  const near = indexes.differing(indexesOf(before));
  const changed = [...(near ?? indexes.keys())].filter(
    (id) => before.elements[id] !== after.elements[id] && after.elements[id] !== undefined,
  );
  last.set(after, { before, changed });
  return changed;
}

/** Whether two documents say the same and differ in the drawing at most: shapes, lines, places of labels. */
export function differInDrawingOnly(before: ProcessDocument, after: ProcessDocument): boolean {
  return changedEntries(before, after).every((id) => {
    const drawn = (document: ProcessDocument) => document.elements[id]?.type.startsWith('bpmndi:') ?? true;
    return drawn(before) && drawn(after);
  });
}
