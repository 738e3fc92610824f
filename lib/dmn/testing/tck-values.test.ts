import { describe, expect, it } from 'vitest';
import { compileFeel } from '@/engine/compile/feel/standard/index.mjs';
import { matches } from './tck-values';

function value(source: string): unknown {
  const compiled = compileFeel(source);
  if ('error' in compiled) throw new Error(source);
  return compiled.evaluate({}, { now: '' });
}

describe('the comparison of answers with expectations', () => {
  it.each([
    ['1', '2'],
    ['1', '"1"'],
    ['1', 'null'],
    ['null', '1'],
    ['null', 'false'],
    ['"a"', '"b"'],
    ['[1, 2]', '[2, 1]'],
    ['[1]', '1'],
    ['{a: 1}', '{a: 2}'],
    ['{a: 1}', '{a: 1, b: null}'],
    ['@"10:00:00Z"', '@"11:00:00+01:00"'],
    ['@"2026-01-01"', '@"2026-01-01T00:00:00"'],
    ['@"P1D"', '@"PT23H"'],
    ['0.333', '1 / 3'],
  ])('tells %s from %s', (expected, actual) => {
    expect(matches(value(expected), value(actual))).toBe(false);
  });

  it.each([
    ['0.33333333', '1 / 3'],
    ['@"P1D"', '@"PT24H"'],
    ['{a: [1, {b: null}]}', '{a: [1.0, {b: null}]}'],
  ])('takes %s for %s', (expected, actual) => {
    expect(matches(value(expected), value(actual))).toBe(true);
  });
});
