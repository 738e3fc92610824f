import { describe, expect, it } from 'vitest';
import { parseFeel } from './index';

const VALID = [
  'a > 1',
  'a.b.c = "x" and not(d)',
  '`odd-name` + first name',
  '{a: 1, "key two": [1, 2]}',
  'if a then b else c // why',
  'for i in 1..10 return i * 2',
  'date("2026-01-01") + @"P1D"',
];

const INVALID: readonly (readonly [source: string, message: string, from: number, to: number])[] = [
  ['', 'The expression is empty.', 0, 0],
  ['   ', 'The expression is empty.', 0, 3],
  ['a +', 'Something is missing after “+”.', 2, 3],
  ['a > ', 'Something is missing after “>”.', 2, 3],
  ['(a', 'The “(” here is never closed.', 0, 1],
  ['[1,2', 'The “[” here is never closed.', 0, 1],
  ['"abc', 'A text starts here, but its closing quotation mark is missing.', 0, 4],
  ['a ]', '“]” is not expected here.', 2, 3],
  ['{a: }', '“}” is not expected here.', 4, 5],
  ['1 2', '“2” is not expected here.', 2, 3],
  ['a == b', 'FEEL compares with a single =.', 2, 4],
  ['a && b', 'Write “and” instead of &&.', 2, 4],
  ['a || b', 'Write “or” instead of ||.', 2, 4],
  ['!a', 'Write not(…) instead of !.', 0, 1],
  ["a = 'x'", 'Texts are written in "double quotation marks".', 4, 5],
  ['a % 2', 'FEEL has no % operator; write modulo(a, b).', 2, 3],
  ['$\u007ba}', 'This is written in another expression language; its conditions must be translated.', 0, 2],
];

describe('parseFeel', () => {
  it.each(VALID)('reads %s', (source) => {
    expect(parseFeel(source).ok).toBe(true);
  });

  it.each(INVALID)('explains %j: %s', (source, message, from, to) => {
    expect(parseFeel(source)).toEqual({ ok: false, message, from, to });
  });

  it('reads decision-table cells as unary tests', () => {
    expect(parseFeel('> 3, [10..20]', { kind: 'unaryTests' }).ok).toBe(true);
    expect(parseFeel('-', { kind: 'unaryTests' }).ok).toBe(true);
  });

  it.each([
    ['a long source', `"${'x'.repeat(11_000)}"`, /more than 10240 characters/],
    ['many parts', Array.from({ length: 2_000 }, () => 'a').join('+'), /too large/],
    ['deep brackets', `${'('.repeat(4_000)}1${')'.repeat(4_000)}`, /brackets nested more than 40 levels/],
    ['deep contexts', '{a:'.repeat(3_000), /brackets nested more than 40 levels/],
    [
      'deep operators',
      Array.from({ length: 200 }, () => 'a').join('+'),
      /operators nested more than 100 levels/,
    ],
    ['deep lists', `${'['.repeat(4_000)}1${']'.repeat(4_000)}`, /brackets nested more than 40 levels/],
  ])('refuses %s', (_, source, message) => {
    const result = parseFeel(source);
    expect(result.ok ? '' : result.message).toMatch(message);
  });
});
