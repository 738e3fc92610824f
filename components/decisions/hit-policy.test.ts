import { expect, it } from 'vitest';
import { hitPolicyMark } from './hit-policy';

it.each([
  ['UNIQUE', undefined, 'U'],
  ['ANY', undefined, 'A'],
  ['PRIORITY', undefined, 'P'],
  ['FIRST', undefined, 'F'],
  ['RULE ORDER', undefined, 'R'],
  ['OUTPUT ORDER', undefined, 'O'],
  ['COLLECT', undefined, 'C'],
  ['COLLECT', 'SUM', 'C+'],
  ['COLLECT', 'COUNT', 'C#'],
  ['COLLECT', 'MIN', 'C<'],
  ['COLLECT', 'MAX', 'C>'],
  // an aggregation means nothing for any other policy
  ['FIRST', 'SUM', 'F'],
] as const)('%s %s is marked %s', (hitPolicy, aggregation, mark) => {
  expect(hitPolicyMark({ hitPolicy, ...(aggregation && { aggregation }) }).mark).toBe(mark);
});
