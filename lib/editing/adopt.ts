import type { DocElement, ElementId, ProcessDocument } from '@/lib/document';
import { merge } from '@/lib/document/merge';
import { same } from '@/lib/document/merge/entry';
import type { History, Step } from './history';

/** Most savings of others that a step is carried over; what is older can't be undone any more. */
const CARRIED = 20;

/**
 * Goes on from a document that somebody else made of the present one. Undo and redo keep taking back one's own steps,
 * and never theirs: when its turn comes, each step is carried over to a document with their changes in it. One that
 * changed the same as they did is lost.
 * @param theirs what `sharing` made of their document
 */
export function adopt(history: History, theirs: ProcessDocument): History {
  const { present } = history;
  const carry = (step: Step) => carried(step, present, theirs);
  return { past: history.past.map(carry), present: theirs, future: history.future.map(carry) };
}

/** How often a step was carried over. */
const times = new WeakMap<Step, number>();

/** A step that looks at itself only when it is undone or redone: most never are. */
function carried(step: Step, from: ProcessDocument, theirs: ProcessDocument): Step {
  let found: { document: ProcessDocument; lost: boolean } | undefined;
  const count = (times.get(step) ?? 0) + 1;
  const look = () => {
    found ??=
      step.lost || count > CARRIED ? { document: theirs, lost: true } : joined(from, step.document, theirs);
    return found;
  };
  const next: Step = {
    label: step.label,
    get document() {
      return look().document;
    },
    get lost() {
      return look().lost;
    },
  };
  times.set(next, count);
  return next;
}

function joined(from: ProcessDocument, mine: ProcessDocument, theirs: ProcessDocument) {
  const quick = apart(from, mine, theirs);
  if (quick) return { document: quick, lost: false };
  const { document, conflicts } = merge(from, mine, theirs);
  return { document, lost: conflicts.length > 0 };
}

/**
 * The merge of changes that have nothing to do with each other: different entries, none added or removed, and nothing
 * that refers to others. Undefined where it has to be looked at more closely.
 */
function apart(
  from: ProcessDocument,
  mine: ProcessDocument,
  theirs: ProcessDocument,
): ProcessDocument | undefined {
  if (mine.root !== theirs.root || !same(mine.namespaces, theirs.namespaces)) return undefined;
  const [own, others] = [valuesChanged(from, mine), valuesChanged(from, theirs)];
  if (!own || !others || Object.keys(own).some((id) => id in others)) return undefined;
  return { ...theirs, elements: { ...theirs.elements, ...own } };
}

type Table = Record<ElementId, DocElement>;

/** The entries of which only names, settings and places changed; undefined when more did. */
function valuesChanged(
  { elements: before }: ProcessDocument,
  { elements: after }: ProcessDocument,
): Table | undefined {
  const changed: Table = {};
  let count = 0;
  for (const id in after) {
    const [a, b] = [before[id], after[id]];
    count += 1;
    if (a === b || !b) continue;
    if (!a || !sameFrame(a, b)) return undefined;
    changed[id] = b;
  }
  return count === Object.keys(before).length ? changed : undefined;
}

const sameFrame = (a: DocElement, b: DocElement): boolean =>
  a.type === b.type && a.parent === b.parent && same(a.refs, b.refs) && same(a.children, b.children);

/** The same document, with the present one's own objects wherever they say the same: what didn't change isn't drawn anew. */
export function sharing(present: ProcessDocument, theirs: ProcessDocument): ProcessDocument {
  const elements: Table = {};
  for (const [id, element] of Object.entries(theirs.elements)) {
    const own = present.elements[id];
    elements[id] = own && sameJson(own, element) ? own : element;
  }
  return { ...theirs, elements };
}

/** Whether two JSON values are the same; the order of properties doesn't count. */
function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && sameJson(left[key], right[key]))
  );
}
