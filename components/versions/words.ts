import type { Difference, DocumentDiff, Mark } from '@/lib/diff';

/** How each group is headed, in the order in which they are read. */
export const GROUPS = [
  ['changed', 'Changed'],
  ['added', 'Added'],
  ['removed', 'Removed'],
] as const satisfies readonly (readonly [keyof DocumentDiff, string])[];

/** “+6 −3 ~3”, as the title block says it. */
export const tally = ({ added, removed, changed }: DocumentDiff): string =>
  `+${added.length} −${removed.length} ~${changed.length}`;

/** Whether nothing differs but the drawing. */
export const isUnchanged = ({ added, removed, changed }: DocumentDiff): boolean =>
  added.length + removed.length + changed.length === 0;

/** The same for ears. */
export const tallyWords = ({ added, removed, changed }: DocumentDiff): string =>
  `${added.length} added, ${removed.length} removed, ${changed.length} changed`;

/** What stands at the right end of a line: its one change, how many there are, or what kind of thing it is. */
export function hint({ mark, kind, changes }: Difference): string {
  if (mark === 'added' || mark === 'removed') return kind;
  const [only] = changes;
  return changes.length === 1 && only ? only.label : `${changes.length} properties`;
}

/** Things first, then the flows between them. */
export const inReadingOrder = (list: readonly Difference[]): Difference[] => [
  ...list.filter(({ group }) => group !== 'flow'),
  ...list.filter(({ group }) => group === 'flow'),
];

/** A difference as a sentence. */
export function spoken({ name, kind, changes }: Difference, mark: Mark): string {
  const first = changes
    .slice(0, 2)
    .map(({ label, before, after }) => `${label}: ${before ?? 'not set'} to ${after ?? 'not set'}`)
    .join('; ');
  const what = { added: 'added', removed: 'removed', changed: 'changed', moved: 'moved' }[mark];
  return `${name}, ${kind}, ${what}${mark === 'changed' && first ? `. ${first}` : ''}`;
}

/** “3 changes”. */
export const changesWords = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;

/**
 * Which of all that are shown is chosen: “1 of 3”. Before one is, nothing, for the heading says how many there are,
 * unless what is only drawn otherwise is shown, too.
 * @param at from 1; 0 when none is chosen
 * @param changes how many of `total` mean something else
 */
export function placeWords(at: number, total: number, changes: number): string {
  if (at > 0) return `${at} of ${total}`;
  return total > changes ? `${total} with the layout` : '';
}
