import { describe, expect, it } from 'vitest';
import { validateFeel } from './validate';

const inScope = ['amount', 'customer', 'items', 'total-amount', 'first name'];

describe('validateFeel', () => {
  it.each([
    'amount > 10 and customer.level = "gold"',
    '`total-amount` + 1',
    'first name',
    'for i in items return i.price * amount',
    'items[price > 10]',
    'items[amount]',
    'items[matches(item, "a")]',
    'count(items) > 2',
    'get or else(amount, 0)',
    'date and time("2026-01-01T00:00:00Z") > now()',
  ])('accepts %s', (source) => {
    expect(validateFeel(source, { inScope })).toEqual([]);
  });

  it.each<[string, 'error' | 'warning', string, number, number]>([
    ['amount >', 'error', 'Something is missing after “>”.', 7, 8],
    ['= amount', 'error', 'Leave out the = at the beginning.', 0, 1],
    ['1 + coutn(items)', 'error', 'There is no function “coutn”. Did you mean “count”?', 4, 9],
    ['blub(items)', 'error', 'There is no function “blub”.', 0, 4],
    ['1 < amuont', 'warning', 'Nothing before this step sets “amuont”. Did you mean “amount”?', 4, 10],
    [
      'total-amount',
      'warning',
      'Nothing before this step sets “total”. Did you mean “`total-amount`”?',
      0,
      5,
    ],
    ['status = "ok"', 'warning', 'Nothing before this step sets “status”.', 0, 6],
  ])('remarks on %s', (source, severity, message, from, to) => {
    expect(validateFeel(source, { inScope })).toContainEqual({ severity, message, from, to });
  });

  it('doubts only what looks misspelt where anything may have been brought', () => {
    expect(validateFeel('status = "ok"', { inScope, open: true })).toEqual([]);
    expect(validateFeel('1 < amuont', { inScope, open: true })).toEqual([
      {
        severity: 'warning',
        message: 'No step before this one sets “amuont”. Did you mean “amount”?',
        from: 4,
        to: 10,
      },
    ]);
    expect(validateFeel('blub(items)', { inScope, open: true })).toMatchObject([{ severity: 'error' }]);
  });

  it('lists remarks in the order of the text', () => {
    expect(validateFeel('a + foo(b)', { inScope }).map(({ from }) => from)).toEqual([0, 4, 8]);
  });

  it('reads decision-table cells', () => {
    expect(validateFeel('> 10, [1..5]', { inScope, kind: 'unaryTests' })).toEqual([]);
    expect(validateFeel('>', { inScope, kind: 'unaryTests' })).toHaveLength(1);
  });
});
