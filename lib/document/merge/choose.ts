import type { DocElement, ElementId, ProcessDocument } from '../types';
import { type MergeConflict, type MergeResult, merge } from '.';
import type { Sides } from './types';

/** What a person decided about a conflict. */
export interface Choice {
  conflict: MergeConflict;
  take: 'mine' | 'theirs';
}

/**
 * Merges again with what a person chose where both sides differ. A choice is carried out by letting the side that
 * gives way look as if it had changed nothing there. An element that the other side's work needs stays in any case
 * and is reported again.
 */
export function mergeChosen(sides: Sides, choices: readonly Choice[]): MergeResult {
  let { base, mine } = sides;
  const { theirs } = sides;
  for (const { conflict, take } of choices) {
    if (conflict.property === 'lane') {
      if (take === 'mine' || typeof conflict.mine !== 'string') continue;
      base = outOfLane(base, conflict.mine, conflict.elementId);
      mine = outOfLane(mine, conflict.mine, conflict.elementId);
    } else base = withBase(base, { base, mine, theirs }, conflict, take);
  }
  return merge(base, mine, theirs);
}

function withBase(
  document: ProcessDocument,
  { base, mine, theirs }: Sides,
  { elementId, property, taken }: MergeConflict,
  take: 'mine' | 'theirs',
): ProcessDocument {
  const yields = take === 'mine' ? theirs : mine;
  if (property === '') {
    const kept = (taken === 'mine' ? mine : theirs).elements[elementId];
    return take === taken || !kept ? document : withEntry(document, kept);
  }
  const entry = base.elements[elementId] ?? mine.elements[elementId];
  const source = yields.elements[elementId];
  return entry && source ? withEntry(document, withProperty(entry, source, property)) : document;
}

const withEntry = (document: ProcessDocument, entry: DocElement): ProcessDocument => ({
  ...document,
  elements: { ...document.elements, [entry.id]: entry },
});

/** An entry with one property as another has it; `property` is named as conflicts name it. */
function withProperty(entry: DocElement, from: DocElement, property: string): DocElement {
  if (property === 'parent') return { ...entry, parent: from.parent, containment: from.containment };
  const dot = property.indexOf('.');
  if (dot < 0) {
    const { [property as keyof DocElement]: _old, ...rest } = entry;
    const value = from[property as keyof DocElement];
    return (value === undefined ? rest : { ...rest, [property]: value }) as DocElement;
  }
  const table = property.slice(0, dot) as 'attrs' | 'refs' | 'values';
  const name = property.slice(dot + 1);
  const { [name]: _old, ...rest } = entry[table] as Record<string, unknown>;
  const value = (from[table] as Record<string, unknown>)[name];
  return { ...entry, [table]: value === undefined ? rest : { ...rest, [name]: value } };
}

function outOfLane(document: ProcessDocument, lane: ElementId, node: ElementId): ProcessDocument {
  const entry = document.elements[lane];
  if (!entry) return document;
  const { flowNodeRef, ...refs } = entry.refs;
  const list = [flowNodeRef ?? []].flat().filter((id) => id !== node);
  return withEntry(document, { ...entry, refs: list.length > 0 ? { ...refs, flowNodeRef: list } : refs });
}
