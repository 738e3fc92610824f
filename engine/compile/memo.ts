/**
 * Remembers the answers of a pure function of a text, the `limit` most recently computed. While somebody draws, all
 * expressions but one are the same as at the last check.
 */
export function memo<T>(limit: number, compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const answer = compute(text);
    known.set(text, answer);
    const oldest = known.keys().next().value;
    if (known.size > limit && oldest !== undefined) known.delete(oldest);
    return answer;
  };
}
