/** The word that was probably meant: the one that needs the fewest changes, at most a third of its letters. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; changes: number } | undefined;
  for (const candidate of known) {
    const changes = distance(word.toLowerCase(), candidate.toLowerCase());
    if (changes <= Math.max(2, candidate.length / 3) && changes < (best?.changes ?? Infinity))
      best = { word: candidate, changes };
  }
  return best?.word;
}

/** Levenshtein's distance: letters to insert, take out or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
