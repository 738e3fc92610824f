import { describe, expect, it } from 'vitest';
import { compilePattern, compileReplacement } from './builtins/regex.mjs';

describe('regular expressions of XPath', () => {
  it.each<[pattern: string, flags: string, text: string, matches: boolean | null]>([
    ['[a-z-[aeiou]]+$', '', 'bcd', true],
    ['^[a-z-[aeiou]]+$', '', 'bad', false],
    ['^[^a-z-[0-9]]$', '', 'A', true],
    ['^\\i\\c*$', '', 'x-1', true],
    ['^\\I', '', '1', true],
    ['\\p{Lu}', '', 'É', true],
    ['\\P{IsBasicLatin}', '', 'é', true],
    ['\\p{IsNoSuchBlock}', '', 'a', null],
    ['a b', 'x', 'ab', true],
    ['a[ ]b', 'x', 'a b', true],
    ['^b$', 'm', 'a\nb\nc', true],
    ['a.b', '', 'a\nb', false],
    ['a.b', 's', 'a\nb', true],
    ['A', 'i', 'a', true],
    ['(a)\\1', '', 'aa', true],
    ['\\1(a)', '', 'aa', null],
    ['(?<name>a)', '', 'a', null],
    ['(?=a)', '', 'a', null],
    ['(?:ab)+', '', 'abab', true],
    ['[', '', 'a', null],
    ['[]', '', 'a', null],
    ['a{2', '', 'aa', null],
    ['a', 'g', 'a', null],
    ['a\\', '', 'a', null],
    ['^[.&#~-]+$', '', '.&#~-', true],
    ['^[&&!!]+$', '', '&!', true],
    ['\\d+(-)\\d+', '', '1-2', true],
  ])('%s with “%s” over %j: %s', (pattern, flags, text, expected) => {
    expect(compilePattern(pattern, flags)?.test(text) ?? null).toBe(expected);
  });

  it.each<[replacement: string, groups: number, text: string | null]>([
    ['<$0>', 1, '<ab>'],
    ['$1$1', 1, 'aa'],
    ['$12', 1, 'a2'],
    ['$2', 1, ''],
    ['\\$1\\\\', 1, '$1\\'],
    ['$', 1, null],
    ['\\', 1, null],
    ['a\\b', 1, null],
  ])('the replacement %s gives %j', (replacement, groups, text) => {
    expect(compileReplacement(replacement, groups)?.(['ab', 'a']) ?? null).toBe(text);
  });
});
