import type { DocElement, ElementId, ProcessDocument } from '@/lib/document';
import { merge } from '@/lib/document/merge';
import { same } from '@/lib/document/merge/entry';
import type { History, Step } from './history';

/** Most steps that are carried over in each direction; older ones are forgotten. */
const CARRIED = 30;

/**
 * Goes on from a document that somebody else made of the present one. Undo and redo keep taking back one's own steps,
 * and never theirs: each step is carried over to a document with their changes in it. A step that changed the same as
 * they did can't be, and neither can those before it.
 */
export function adopt(history: History, theirs: ProcessDocument): History {
  const { present } = history;
  const next = sharing(present, theirs);
  const carried = (steps: readonly Step[]) => carry(present, next, steps.slice(0, CARRIED));
  return {
    past: carried([...history.past].reverse()).reverse(),
    present: next,
    future: carried(history.future),
  };
}

/** Steps by nearness to the present, up to the first that doesn't go together with what they did. */
function carry(present: ProcessDocument, theirs: ProcessDocument, steps: readonly Step[]): Step[] {
  const carried: Step[] = [];
  for (const step of steps) {
    const { document, conflicts } = merge(present, step.document, theirs);
    if (conflicts.length > 0) break;
    carried.push({ ...step, document });
  }
  return carried;
}

/** The same document, with the present one's own objects wherever they say the same: what didn't change isn't drawn anew. */
function sharing(present: ProcessDocument, theirs: ProcessDocument): ProcessDocument {
  const elements: Record<ElementId, DocElement> = {};
  for (const [id, element] of Object.entries(theirs.elements)) {
    const own = present.elements[id];
    elements[id] = own && same(own, element) ? own : element;
  }
  return { ...theirs, elements };
}
