import type { DocumentDiff, Mark } from './types';

/** Whether the documents mean the same; where they are drawn doesn't count. */
export const isSame = ({ added, removed, changed }: DocumentDiff): boolean =>
  added.length + removed.length + changed.length === 0;

/** The mark of each element that differs. What was moved and changed is changed; `layout` includes what only moved. */
export function marksOf(diff: DocumentDiff, { layout = false } = {}): Map<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const list of [layout ? diff.layout : [], diff.changed, diff.removed, diff.added])
    for (const { id, mark } of list) marks.set(id, mark);
  return marks;
}

/** How many elements are only drawn otherwise. */
export function onlyMoved(diff: DocumentDiff): DocumentDiff['layout'] {
  const changed = new Set(diff.changed.map(({ id }) => id));
  return diff.layout.filter(({ id }) => !changed.has(id));
}
