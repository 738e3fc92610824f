import { describe, expect, it } from 'vitest';
import { compileBounded, type FeelResult, freeVariables, type Json } from './index';

const NOW = '2026-03-01T23:30:00+02:00';

function run(source: string, variables: Record<string, Json> = {}): FeelResult {
  return compileBounded(source).evaluate({ variables, now: NOW });
}

describe('a compiled expression', () => {
  it('reads the clock of the input, in UTC', () => {
    expect(run('now()')).toMatchObject({ value: '2026-03-01T21:30:00Z' });
    expect(run('today() + duration("P1D")')).toMatchObject({ value: '2026-03-02' });
  });

  it('computes with dates', () => {
    const span = 'years and months duration(date(a), date(b))';
    expect(run(span, { a: '2026-01-31', b: '2027-03-31' })).toMatchObject({ value: 'P1Y2M' });
    expect(run('date(a) + duration("P1M")', { a: '2026-01-31' })).toMatchObject({ value: '2026-02-28' });
    expect(run('date(a) < today()', { a: '2026-01-31' })).toMatchObject({ value: true });
  });

  it.each<[string, Json]>([
    ['trim("  a b ")', 'a b'],
    ['is blank(" ")', true],
    ['is empty({})', true],
    ['is empty([0])', false],
    ['is defined(0)', true],
    ['get or else(null, 3)', 3],
    ['get or else(false, 3)', false],
  ])('has %s = %j', (source, value) => {
    expect(run(source)).toMatchObject({ ok: true, value });
  });

  it('keeps nothing between evaluations', () => {
    const compiled = compileBounded('a + b');
    expect(compiled.evaluate({ variables: { a: 1, b: 2 }, now: NOW })).toMatchObject({
      value: 3,
      missing: [],
    });
    expect(compiled.evaluate({ variables: { a: 1 }, now: NOW })).toMatchObject({
      value: null,
      missing: ['b'],
    });
    expect(compiled.evaluate({ variables: { a: 4, b: 5 }, now: NOW })).toMatchObject({
      value: 9,
      missing: [],
    });
  });

  it.each<[string, Record<string, Json>, string[]]>([
    ['amount > 10', {}, ['amount']],
    ['amount > 10', { amount: null }, []],
    ['customer.level', { customer: {} }, ['customer.level']],
    ['customer.address.city', {}, ['customer']],
    ['first name + `last-name`', {}, ['first name', 'last-name']],
    ['if a then b else c', { a: true }, ['b']],
    ['count > 3', {}, ['count']],
    ['a = null or a > 3', {}, []],
    ['is defined(a) and a.b = 3', {}, []],
    ['get or else(a, 3)', {}, []],
    ['toString', {}, ['toString']],
    ['a.constructor', { a: {} }, ['a.constructor']],
  ])('reports what %s misses in %j', (source, variables, missing) => {
    expect(run(source, variables).missing).toEqual(missing);
  });

  it('reads variables that are called like functions', () => {
    expect(run('count + max', { count: 2, max: 3 })).toMatchObject({ value: 5 });
    expect(run('count(items)', { count: 2, items: [1, 2, 3] })).toMatchObject({ value: 3 });
  });

  it.each<[string, RegExp]>([
    ['[1..2]', /a range/],
    ['count', /./],
    ['10 ** 400', /a number/],
    ['{a: [1..2]}', /a range/],
  ])('does not store %s', (source, message) => {
    const result = run(source);
    if (source === 'count')
      return expect(result).toMatchObject({ ok: true, value: null, missing: ['count'] });
    expect(result).toMatchObject({ ok: false, code: 'type', message: expect.stringMatching(message) });
  });

  it.each<[string, Record<string, Json>]>([
    ['string([string([string([string([t])])])])', { t: '"'.repeat(200_000) }],
    ['[l, l, l, l, l]', { l: Array.from({ length: 30_000 }, () => 'twenty characters...') }],
    ['contains(t, p)', { t: 'a'.repeat(500_000), p: `b${'a'.repeat(1_000)}` }],
    ['concatenate(l, l)', { l: Array.from({ length: 40_000 }, () => 1) }],
  ])('refuses the size of %s', (source, variables) => {
    expect(run(source, variables)).toMatchObject({ ok: false, code: 'limit' });
  });

  it('leaves prototypes alone', () => {
    expect(run('{"__proto__": {polluted: true}}').ok).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}}') as Record<string, Json>;
    expect(run('polluted', hostile)).toMatchObject({ value: null, missing: ['polluted'] });
  });
});

describe('freeVariables', () => {
  it.each([
    ['a + b.c', ['a', 'b']],
    ['count(items)', ['items']],
    ['for i in items return i + rate', ['items', 'rate']],
    ['some x in a, y in x.ys satisfies y > limit', ['a', 'limit']],
    ['function(x) x + y', ['y']],
    ['{a: 1, b: a + c}', ['c']],
    ['items[price > 10]', ['items']],
    ['items[i]', ['items', 'i']],
    ['substring(string: s, start position: n)', ['s', 'n']],
    ['x instance of number', ['x']],
    ['a +', []],
  ])('of %s', (source, names) => {
    expect(freeVariables(source)).toEqual(names);
  });
});
