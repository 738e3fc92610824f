import { describe, expect, it } from 'vitest';
import { COSTLY_FUNCTIONS, LINEAR_FUNCTIONS } from './function-names.mjs';
import { classify, compileBounded } from './index';
import { builtin } from './standard/index.mjs';

const BOUNDED = [
  'a > 1 and (b = "x" or not(c))',
  'a between 1 and 2',
  'a in (1, 2, > 5, [10..20])',
  'a in list',
  'if a then 1 else [2][1]',
  'items[1].price * 2',
  'items[-1]',
  'items[i + 1]',
  'items.price',
  '{a: 1, b: {c: x}}',
  'now() + duration("P1D") > date and time(due)',
  'date(2026, 1, 31)',
  'time("10:00:00")',
  '@"PT1H"',
  'substring(string: name, start position: 2)',
  'sum(items.price)',
  'years and months duration(date(a), date(b))',
  'get value(m, "k")',
];

const UNBOUNDED: readonly (readonly [source: string, because: string])[] = [
  ['for i in items return i', 'it repeats with “for”'],
  ['some i in items satisfies i > 1', 'it searches a list with “some” or “every”'],
  ['every i in items satisfies i > 1', 'it searches a list with “some” or “every”'],
  ['items[price > 1]', 'it filters a list by a condition'],
  ['items[> 1]', 'it filters a list by a condition'],
  ['matches(a, "(a+)+$")', 'it calls matches()'],
  ['replace(a, "b", "c")', 'it calls replace()'],
  ['split(a, "b")', 'it calls split()'],
  ['sort(a, function(x, y) x < y)', 'it calls sort()'],
  ['distinct values(a)', 'it calls distinct values()'],
  ['(function(f) f(f))(function(f) f(f))', 'it calls a computed function'],
  ['a.b(1)', 'it calls a computed function'],
  ['unknown(1)', 'it calls unknown()'],
  ['a instance of number', 'it asks for a type with “instance of”'],
  ['{a: [x, x], b: [a, a], c: [b, b]}', 'an entry of a context reads an earlier entry'],
  [`[${'a,'.repeat(300)}1]`, 'it has more than 500 parts'],
  ['a +', 'Something is missing after “+”.'],
];

describe('classify', () => {
  it.each(BOUNDED)('lets %s run inside a transition', (source) => {
    expect(classify(source)).toEqual({ kind: 'bounded' });
  });

  it.each(UNBOUNDED)('keeps %s out', (source, because) => {
    expect(classify(source)).toEqual({ kind: 'unbounded', because });
    expect(() => compileBounded(source)).toThrow();
  });

  it('classifies decision-table cells', () => {
    expect(classify('> 3, [10..20], "a"', 'unaryTests').kind).toBe('bounded');
    expect(classify('not("a", "b")', 'unaryTests').kind).toBe('bounded');
    expect(classify('matches(?, "a")', 'unaryTests').kind).toBe('unbounded');
  });

  it('names only functions that the interpreter has', () => {
    for (const name of [...LINEAR_FUNCTIONS, ...COSTLY_FUNCTIONS]) {
      expect(builtin(name)?.name).toBe(name);
    }
  });
});
