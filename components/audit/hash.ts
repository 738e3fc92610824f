/** A hash as people compare it: its first four and last two groups of four. */
export function hashGroups(hash: string): string {
  const groups = hash.match(/.{1,4}/g) ?? [];
  return groups.length <= 6
    ? groups.join(' ')
    : `${groups.slice(0, 4).join(' ')} … ${groups.slice(-2).join(' ')}`;
}
