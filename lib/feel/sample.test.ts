import { describe, expect, it } from 'vitest';
import { exampleOf, sampleResult } from './sample';

const NOW = '2026-01-31T12:00:00Z';

describe('what an expression gives with sample data', () => {
  it('is its value, with the names it reads', () => {
    expect(sampleResult('amount > 1000', { amount: 1200 }, NOW)).toEqual({
      ...{ names: ['amount'], ok: true, text: 'true' },
    });
    expect(sampleResult('{ a: amount + 1 }', { amount: 1 }, NOW)?.text).toBe('{"a":2}');
  });

  it('is nothing for what is no FEEL or has no end', () => {
    expect(sampleResult('amount >', { amount: 1 }, NOW)).toBeUndefined();
    expect(sampleResult('for i in 1..n return i', { n: 3 }, NOW)).toBeUndefined();
  });

  it('is cut where it is long', () => {
    expect(sampleResult('a', { a: 'x'.repeat(900) }, NOW)?.text).toHaveLength(200);
  });
});

it('makes examples of types, also nested', () => {
  const amount = { name: 'amount', type: 'number' } as const;
  expect(exampleOf(amount)).toBe(1);
  expect(exampleOf({ name: 'x', type: 'any' })).toBeNull();
  expect(exampleOf({ name: 'lines', type: 'list', entries: [amount] })).toEqual([{ amount: 1 }]);
});
