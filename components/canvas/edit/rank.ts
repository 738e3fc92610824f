/**
 * How well a label fits what is typed, 0 (not at all) to 1: its beginning, then the beginning of one of its words,
 * then anywhere in it or in a keyword. Letters that only happen to occur in that order don't count.
 */
export function rank(label: string, typed: string, keywords: readonly string[] = []): number {
  const [text, search] = [label.toLowerCase(), typed.trim().toLowerCase()];
  if (text === search) return 1;
  if (text.startsWith(search)) return 0.9;
  if (text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(search))) return 0.7;
  if (text.includes(search)) return 0.4;
  return keywords.some((keyword) => keyword.toLowerCase().includes(search)) ? 0.2 : 0;
}

/** What fits the typed text, the best first; what fits equally well stays in its order. */
export function bestFirst<T extends { kind: { id: string; label: string } }>(
  offers: readonly T[],
  typed: string,
): T[] {
  return offers
    .map((offer) => ({ offer, score: rank(offer.kind.label, typed, [offer.kind.id]) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ offer }) => offer);
}
