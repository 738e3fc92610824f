import type { Column } from './regions';

/** Data in words: `when Zone is "far" and Weight is 2.5`. A column that any value fits is left out. */
export function inWords(
  names: readonly string[],
  columns: readonly Column[],
  regions: readonly (number | undefined)[],
): string {
  const facts = regions.flatMap((at, column) => {
    const region = at === undefined ? undefined : columns[column]?.regions[at];
    return region && region.example !== 'anything' ? [`${names[column]} is ${region.example}`] : [];
  });
  if (facts.length === 0) return 'any data';
  return `when ${facts.length === 1 ? facts[0] : `${facts.slice(0, -1).join(', ')} and ${facts.at(-1)}`}`;
}

/** “Rule 2” or “Rules 1, 2 and 5”. */
export function numbers(rules: readonly number[]): string {
  if (rules.length === 1) return `Rule ${rules[0]}`;
  return `Rules ${rules.slice(0, -1).join(', ')} and ${rules.at(-1)}`;
}
