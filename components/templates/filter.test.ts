import { expect, it } from 'vitest';
import { matching, NO_FILTER } from './filter';

const items = [
  {
    title: 'Invoice',
    purpose: 'Pay suppliers on time.',
    category: 'Finance' as const,
    usesAi: true,
    needsApproval: true,
  },
  {
    title: 'Loan',
    purpose: 'Pay out a loan.',
    category: 'Finance' as const,
    usesAi: false,
    needsApproval: true,
  },
  {
    title: 'Mail',
    purpose: 'Sort documents.',
    category: 'Documents' as const,
    usesAi: true,
    needsApproval: false,
  },
];
const titles = (filter: Partial<typeof NO_FILTER>) =>
  matching(items, { ...NO_FILTER, ...filter }).map(({ title }) => title);

it.each([
  ['nothing', {}, ['Invoice', 'Loan', 'Mail']],
  ['every word, in any case and order', { text: 'SUPPLIERS pay' }, ['Invoice']],
  ['a category by its name', { text: 'documents' }, ['Mail']],
  ['a category', { category: 'Finance' }, ['Invoice', 'Loan']],
  ['AI', { usesAi: true }, ['Invoice', 'Mail']],
  ['approval', { needsApproval: true }, ['Invoice', 'Loan']],
  ['all of it together', { text: 'pay', category: 'Finance', usesAi: true }, ['Invoice']],
  ['what there is not', { text: 'rocket' }, []],
])('filtered by %s', (_, filter, expected) => {
  expect(titles(filter)).toEqual(expected);
});
