import type { BoxedTable } from '@/lib/dmn';

const POLICIES: Record<BoxedTable['hitPolicy'], readonly [letter: string, words: string]> = {
  UNIQUE: ['U', 'Unique: at most one rule matches'],
  ANY: ['A', 'Any: all rules that match say the same'],
  PRIORITY: ['P', 'Priority: of the rules that match, the result that is listed first'],
  FIRST: ['F', 'First: the first rule that matches'],
  'RULE ORDER': ['R', 'Rule order: every rule that matches, from top to bottom'],
  'OUTPUT ORDER': ['O', 'Output order: every rule that matches, the results in the order of their values'],
  COLLECT: ['C', 'Collect: every rule that matches, in no order'],
};
const AGGREGATIONS = {
  SUM: ['+', 'Collect: the sum of every rule that matches'],
  COUNT: ['#', 'Collect: how many results match'],
  MIN: ['<', 'Collect: the smallest result of the rules that match'],
  MAX: ['>', 'Collect: the greatest result of the rules that match'],
} as const;

/** The mark in the corner of a table (DMN 1.5, 8.2.8) and what it means in a sentence. */
export function hitPolicyMark({ hitPolicy, aggregation }: Pick<BoxedTable, 'hitPolicy' | 'aggregation'>): {
  mark: string;
  meaning: string;
} {
  const [letter, words] = POLICIES[hitPolicy];
  if (hitPolicy !== 'COLLECT' || !aggregation) return { mark: letter, meaning: words };
  const [sign, meaning] = AGGREGATIONS[aggregation];
  return { mark: `${letter}${sign}`, meaning };
}
