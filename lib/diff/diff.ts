import type { DocElement, ProcessDocument } from '@/lib/document';
import { compareFacts } from './compare-facts';
import { factsOf } from './element-facts';
import { kindWords } from './kind-words';
import { layoutChanges } from './layout';
import { sameUnit } from './same';
import type { Difference, DocumentDiff, Mark, PropertyChange } from './types';
import { groupOf, type Outline, outline } from './units';
import { titleOf } from './value-words';

interface Side {
  document: ProcessDocument;
  outline: Outline;
}

/** Says itself by being there: not a property worth listing for something new. */
const SELF = new Set(['$kind', '$parent', 'name', 'sourceRef', 'targetRef', '$order']);

/**
 * How `after` differs from `before`, by the ids of their elements (the categories of the market's differs: added,
 * removed, changed, layout changed). Linear in the size of both; what nobody touched is only compared.
 */
export function diffDocuments(before: ProcessDocument, after: ProcessDocument): DocumentDiff {
  const [old, now] = [sideOf(before), sideOf(after)];
  const diff: DocumentDiff = { added: [], removed: [], changed: [], layout: [] };
  for (const element of now.outline.units.values()) {
    const was = old.outline.units.get(element.id);
    if (was) compare(diff, old, was, now, element);
    else diff.added.push(difference('added', now, element, own(now, element, 'after')));
  }
  for (const element of old.outline.units.values())
    if (!now.outline.units.has(element.id))
      diff.removed.push(difference('removed', old, element, own(old, element, 'before')));
  return diff;
}

const sideOf = (document: ProcessDocument): Side => ({ document, outline: outline(document) });

function compare(diff: DocumentDiff, old: Side, was: DocElement, now: Side, element: DocElement): void {
  if (!sameUnit(old, was, now, element)) {
    const facts = (side: Side, of: DocElement) => factsOf(side.document, side.outline, of);
    const changes = compareFacts(facts(old, was), facts(now, element));
    if (changes.length > 0) diff.changed.push(difference('changed', now, element, changes));
  }
  const drawn = (side: Side) => ({
    document: side.document,
    drawn: side.outline.drawn.get(element.id) ?? [],
  });
  const moved = layoutChanges(drawn(old), drawn(now));
  if (moved.length > 0) diff.layout.push(difference('moved', now, element, moved));
}

function own(side: Side, element: DocElement, at: 'before' | 'after'): PropertyChange[] {
  const facts = factsOf(side.document, side.outline, element);
  for (const key of SELF) facts.delete(key);
  const none: typeof facts = new Map();
  return at === 'after' ? compareFacts(none, facts) : compareFacts(facts, none);
}

function difference(mark: Mark, side: Side, element: DocElement, changes: PropertyChange[]): Difference {
  return {
    id: element.id,
    mark,
    type: element.type,
    group: groupOf(element),
    kind: kindWords(side.document, element),
    name: titleOf(side.document, element),
    changes,
  };
}
