import { describe, expect, it } from 'vitest';
import { compileBounded, evaluateCondition, type Json } from './index';

function decide(source: string, variables: Record<string, Json>) {
  return evaluateCondition(
    compileBounded(source).evaluate({ variables, now: '2026-03-01T10:00:00Z' }),
    source,
  );
}

describe('evaluateCondition', () => {
  it.each<[string, Record<string, Json>, boolean]>([
    ['amount > 10', { amount: 11 }, true],
    ['amount > 10', { amount: 9 }, false],
    ['a = null', {}, true],
    ['a != null and a.b = 1', {}, false],
    ['customer.level = "gold"', { customer: {} }, false],
  ])('decides %s over %j: %s', (source, variables, value) => {
    expect(decide(source, variables)).toEqual({ ok: true, value });
  });

  it.each<[string, Record<string, Json>, string, string]>([
    [
      'amount > 10',
      {},
      'missing-variable',
      'The condition “amount > 10” cannot be decided: “amount” has no value.',
    ],
    [
      'status = "ok"',
      {},
      'missing-variable',
      'The condition “status = "ok"” cannot be decided: “status” has no value.',
    ],
    ['a and b', {}, 'missing-variable', 'The condition “a and b” cannot be decided: “a”, “b” have no value.'],
    [
      'c.level',
      { c: {} },
      'missing-variable',
      'The condition “c.level” cannot be decided: “c.level” has no value.',
    ],
    ['amount', { amount: 3 }, 'type', 'The condition “amount” must give true or false, but gave a number.'],
    [
      'amount > "a"',
      { amount: null },
      'type',
      'The condition “amount > "a"” must give true or false, but gave nothing (null).',
    ],
    ['[1..2]', {}, 'type', 'The condition “[1..2]” failed: The result is a range, which cannot be stored.'],
  ])('refuses %s over %j', (source, variables, code, message) => {
    expect(decide(source, variables)).toMatchObject({ ok: false, code, message });
  });
});
