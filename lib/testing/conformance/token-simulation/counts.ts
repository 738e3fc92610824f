/** How often each word occurs; words that don't are absent. */
export type Counts = Record<string, number>;

export function counted(words: Iterable<string>): Counts {
  const counts: Counts = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return sorted(counts);
}

/** `a` with the numbers of `b` added, times `sign`. */
export function plus(a: Counts, b: Counts = {}, sign = 1): Counts {
  const sum = { ...a };
  for (const [word, number] of Object.entries(b)) sum[word] = (sum[word] ?? 0) + sign * number;
  return sorted(sum);
}

const sorted = (counts: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, number]) => number !== 0)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
