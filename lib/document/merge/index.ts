import type { DocElement, ElementId, ProcessDocument } from '../types';
import { writeChildren } from './children';
import { conflictOf, isChanged, mergeEntry, same } from './entry';
import { dropDangling, restore, restoreNeeded, settleLists } from './mend';
import type { MergeConflict, MergeResult, Sides } from './types';

export type { MergeConflict, MergeResult } from './types';

/**
 * Joins two documents that began as `base`: each element, property and shape as the side left it that changed it.
 * What both changed differently is mine and is reported; an edit wins over a deletion, and what an edit needs is kept.
 * The result is as sound as the two sides are. `merge(base, base, x)` and `merge(base, x, base)` are `x`.
 */
export function merge(base: ProcessDocument, mine: ProcessDocument, theirs: ProcessDocument): MergeResult {
  const sides: Sides = { base, mine, theirs };
  const conflicts: MergeConflict[] = [];
  const report = (conflict: MergeConflict) => conflicts.push(conflict);
  const elements: Record<ElementId, DocElement> = {};
  const ids = new Set([base, mine, theirs].flatMap((side) => Object.keys(side.elements)));
  for (const id of ids) {
    const merged = mergeOne(sides, id, report);
    if (merged) elements[id] = merged;
  }
  // What an edit keeps alive comes back whole, with its shape.
  for (const { elementId, taken } of [...conflicts])
    if (!mine.elements[elementId] || !theirs.elements[elementId]) restore(elements, sides, elementId, taken);
  restoreNeeded(elements, sides, report);
  dropDangling(elements, sides);
  dropCrossing(elements, sides, report);
  settleLists(elements, sides, report);
  writeChildren(elements, sides);
  const namespaces = same(base.namespaces, mine.namespaces)
    ? theirs.namespaces
    : { ...theirs.namespaces, ...mine.namespaces };
  const kept = same(base.namespaces, theirs.namespaces) ? mine.namespaces : namespaces;
  return { document: { ...mine, root: rootOf(sides), namespaces: kept, elements }, conflicts };
}

const rootOf = ({ base, mine, theirs }: Sides): ElementId =>
  base.root === mine.root ? theirs.root : mine.root;

function mergeOne(
  { base, mine, theirs }: Sides,
  id: ElementId,
  report: (conflict: MergeConflict) => void,
): DocElement | undefined {
  const [b, m, t] = [base.elements[id], mine.elements[id], theirs.elements[id]];
  if (m && t) return mergeEntry(b, m, t, report);
  const left = m ?? t;
  if (!b || !left) return left;
  // A drawing alone is no reason to keep what the other side deleted.
  if (left.type.startsWith('bpmndi:') || !isChanged(b, left)) return undefined;
  report(conflictOf(id, '', [b.type, m?.type, t?.type], m ? 'mine' : 'theirs'));
  return left;
}

/** A flow that one side drew between steps that the other side put into different containers can't stay. */
function dropCrossing(
  table: Record<ElementId, DocElement>,
  { mine, theirs }: Sides,
  report: (conflict: MergeConflict) => void,
): void {
  for (const flow of Object.values(table)) {
    if (flow.type !== 'bpmn:SequenceFlow') continue;
    const [a, b] = [table[String(flow.refs.sourceRef)], table[String(flow.refs.targetRef)]];
    if (!a || !b || (a.parent === b.parent && a.parent === flow.parent)) continue;
    const before = [mine, theirs].some(({ elements }) => {
      const own = elements[flow.id];
      const ends = [elements[String(flow.refs.sourceRef)], elements[String(flow.refs.targetRef)]];
      return own?.parent === flow.parent && ends[0]?.parent === a.parent && ends[1]?.parent === b.parent;
    });
    if (before) continue;
    report(
      conflictOf(flow.id, '', [undefined, mine.elements[flow.id]?.type, theirs.elements[flow.id]?.type]),
    );
    delete table[flow.id];
    for (const di of Object.values(table))
      if (di.refs.bpmnElement === flow.id)
        for (const id of [di.id, ...(di.children.label ?? [])]) delete table[id];
  }
}
