// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { kindOf } from './kinds.mjs';
import { numberText } from './numbers.mjs';

/**
 * FEEL `string()`: the text of a value.
 * @param {any} value
 * @returns {string | null} null for nothing
 */
export function textOf(value) {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : literal(value);
}

/**
 * A value as it is written inside a list or a context.
 * @param {any} value
 * @returns {string}
 */
function literal(value) {
  switch (kindOf(value)) {
    case 'null':
      return 'null';
    case 'string':
      return `"${value.replace(/["\\]/g, '\\$&')}"`;
    case 'number':
      return numberText(value);
    case 'list':
      return `[${value.map(literal).join(', ')}]`;
    case 'context':
      return contextText(value);
    case 'range':
      return rangeText(value);
    case 'function':
      return 'function';
    default:
      return String(value);
  }
}

/** @param {Record<string, unknown>} context */
function contextText(context) {
  const entries = Object.entries(context).map(([key, value]) => `${keyText(key)}: ${literal(value)}`);
  return `{${entries.join(', ')}}`;
}

/** @param {string} key */
const keyText = (key) => (/^[\p{L}\p{N}_ ]+$/u.test(key) ? key : `"${key.replace(/["\\]/g, '\\$&')}"`);

/** @param {import('./range.mjs').FeelRange} range */
function rangeText({ operator, startIncluded, start, end, endIncluded }) {
  if (operator) return `${operator}${literal(start === undefined ? end : start)}`;
  return `${startIncluded ? '[' : '('}${literal(start)}..${literal(end)}${endIncluded ? ']' : ')'}`;
}
