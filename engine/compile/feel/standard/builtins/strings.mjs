// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { parseNumber } from '../values/numbers.mjs';
import { textOf } from '../values/text.mjs';
import { define } from './define.mjs';
import { compilePattern, compileReplacement } from './regex.mjs';

/** DMN 1.5, table 73: positions count characters (code points) from 1. */
export const STRING_FUNCTIONS = [
  define('string', ['from: any', (_, from) => textOf(from)]),
  define(
    'number',
    ['from: string|number', (_, from) => (typeof from === 'string' ? plainNumber(from) : from)],
    [
      'from: string, grouping separator?: string|null, decimal separator?: string|null',
      (_, from, grouping, decimal) => readNumber(from, grouping, decimal),
    ],
  ),
  define('substring', [
    'string: string, start position: number, length?: number|null',
    (_, text, start, length) => substring(text, start, length),
  ]),
  define('string length', ['string: string', (_, text) => [...text].length]),
  define('upper case', ['string: string', (_, text) => text.toUpperCase()]),
  define('lower case', ['string: string', (_, text) => text.toLowerCase()]),
  define('substring before', [
    'string: string, match: string',
    (_, text, match) => text.slice(0, Math.max(0, text.indexOf(match))),
  ]),
  define('substring after', [
    'string: string, match: string',
    (_, text, match) => (text.includes(match) ? text.slice(text.indexOf(match) + match.length) : ''),
  ]),
  define('contains', ['string: string, match: string', (_, text, match) => text.includes(match)]),
  define('starts with', ['string: string, match: string', (_, text, match) => text.startsWith(match)]),
  define('ends with', ['string: string, match: string', (_, text, match) => text.endsWith(match)]),
  define('matches', [
    'input: string, pattern: string, flags?: string|null',
    (_, input, pattern, flags) => matches(input, pattern, flags),
  ]),
  define('replace', [
    'input: string, pattern: string, replacement: string, flags?: string|null',
    (_, input, pattern, replacement, flags) => replace(input, pattern, replacement, flags),
  ]),
  define('split', ['string: string, delimiter: string', (_, text, delimiter) => split(text, delimiter)]),
  define('string join', [
    'list: list, delimiter?: string|null',
    (_, list, delimiter) => join(list, delimiter),
  ]),
];

const PLAIN = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** @param {string} text */
const plainNumber = (text) => (PLAIN.test(text) ? parseNumber(text) : null);

/**
 * @param {string} from
 * @param {string | null} [grouping] space, comma, point or nothing
 * @param {string | null} [decimal] point, comma or nothing
 */
function readNumber(from, grouping = null, decimal = null) {
  if (grouping !== null && ![' ', ',', '.'].includes(grouping)) return null;
  if (decimal !== null && (!['.', ','].includes(decimal) || decimal === grouping)) return null;
  const grouped = grouping === null ? from : from.replaceAll(grouping, '');
  return plainNumber(decimal === null ? grouped : grouped.replace(decimal, '.'));
}

/**
 * @param {string} text
 * @param {any} start
 * @param {any} [length]
 */
function substring(text, start, length) {
  const characters = [...text];
  const [from, count] = [
    Math.trunc(Number(start)),
    length === undefined || length === null ? undefined : Math.trunc(Number(length)),
  ];
  if (from === 0 || Math.abs(from) > characters.length || (count !== undefined && count < 1)) return null;
  const first = from > 0 ? from - 1 : characters.length + from;
  return characters.slice(first, count === undefined ? undefined : first + count).join('');
}

/**
 * @param {string} input
 * @param {string} pattern
 * @param {string | null} [flags]
 */
function matches(input, pattern, flags) {
  return compilePattern(pattern, flags ?? '')?.test(input) ?? null;
}

/**
 * @param {string} input
 * @param {string} pattern
 * @param {string} replacement
 * @param {string | null} [flags]
 */
function replace(input, pattern, replacement, flags) {
  const expression = compilePattern(pattern, flags ?? '', 'g');
  // XPath (err:FORX0003) does not replace what matches an empty text
  if (!expression || new RegExp(expression.source, expression.flags).test('')) return null;
  const groups = (new RegExp(`${expression.source}|`, expression.flags).exec('')?.length ?? 1) - 1;
  const compiled = compileReplacement(replacement, groups);
  return compiled && input.replace(expression, (...args) => compiled(args.slice(0, groups + 1)));
}

/**
 * @param {string} text
 * @param {string} delimiter
 */
function split(text, delimiter) {
  const expression = compilePattern(delimiter, '', 'g');
  if (!expression || delimiter === '') return null;
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(expression)) {
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/**
 * @param {readonly unknown[]} list
 * @param {string | null} [delimiter]
 */
function join(list, delimiter) {
  const texts = list.filter((item) => item !== null && item !== undefined);
  return texts.every((item) => typeof item === 'string') ? texts.join(delimiter ?? '') : null;
}
