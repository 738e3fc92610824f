import { expect, it } from 'vitest';
import type { Json } from '@/engine/core/json';
import { budgetText, readBudget } from './budget-use';

it.each([
  [{ currency: 'EUR', used: 0.00054, maxCost: 0.05 }, 'Budget: €0.00054 of €0.05 for the call.'],
  [
    { currency: 'USD', used: 0, maxCostPerDay: 5, usedToday: 1.2 },
    'Budget: $0.00 for the call, $1.20 of $5.00 for the day.',
  ],
  [{ currency: 'euros', used: 1, maxCost: 2 }, 'Budget: 1 euros of 2 euros for the call.'],
])('%o is said in words', (budget, text) => {
  expect(budgetText(readBudget(budget)!)).toBe(text);
});

it.each<Json | undefined>([undefined, null, [], {}, { currency: 'EUR' }, { used: 1 }])(
  '%o is no budget',
  (budget) => {
    expect(readBudget(budget)).toBeUndefined();
  },
);
