import type { Span } from './spans';

/** Something to stand in an element: the text before it (white space, comments) and itself. */
export interface Piece {
  readonly lead: string;
  readonly text: string;
}

/** What stands before a child: everything since its neighbour, so that comments move with it. */
export function leadOf(source: string, parent: Span, child: Span): string {
  const before = parent.children[parent.children.indexOf(child) - 1];
  return source.slice(before ? before.end : parent.openEnd, child.start);
}

/** The white space at the end of a text, with which new neighbours are set. */
export const whiteSpace = (lead: string): string => /\s*$/.exec(lead)?.[0] ?? '';

/** The content of an element: children that nothing is said about, then `pieces`, then what stood at the end. */
export function contentOf(
  source: string,
  parent: Span,
  edited: readonly string[],
  pieces: readonly Piece[],
): string {
  const kept = parent.children
    .filter((child) => child.prefix !== parent.prefix || !edited.includes(child.local))
    .map((child) => leadOf(source, parent, child) + source.slice(child.start, child.end));
  const tail = source.slice(parent.children.at(-1)?.end ?? parent.openEnd, parent.closeStart);
  return [...kept, ...pieces.map(({ lead, text }) => lead + text), tail].join('');
}

/** White space for a child where there is none of its kind: as before its would-be neighbours. */
export function newLead(source: string, parent: Span | undefined): string {
  const neighbour = parent?.children.at(-1);
  return parent && neighbour ? whiteSpace(leadOf(source, parent, neighbour)) : '';
}
