// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { isFunction } from './function.mjs';
import { isNumber } from './numbers.mjs';
import { FeelRange } from './range.mjs';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelTime, YearMonthDuration } from './temporal.mjs';

/**
 * @typedef {'null' | 'boolean' | 'number' | 'string' | 'date' | 'time' | 'date and time' | 'days and time duration'
 *   | 'years and months duration' | 'list' | 'context' | 'range' | 'function'} Kind
 */

/**
 * @param {unknown} value
 * @returns {Kind}
 */
export function kindOf(value) {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    default:
      return 'null';
  }
}

/**
 * @param {object} value
 * @returns {Kind}
 */
function kindOfObject(value) {
  if (Array.isArray(value)) return 'list';
  if (isNumber(value)) return 'number';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof DayTimeDuration) return 'days and time duration';
  if (value instanceof YearMonthDuration) return 'years and months duration';
  if (value instanceof FeelRange) return 'range';
  return isFunction(value) ? 'function' : 'context';
}

/** @param {unknown} value */
export const isContext = (value) => kindOf(value) === 'context';

/** A context without entries; it has no prototype, so that every name is an ordinary entry. */
export const emptyContext = () => /** @type {Record<string, unknown>} */ (Object.create(null));

/**
 * @param {unknown} context
 * @param {string} name
 * @returns {unknown} undefined when there is no such entry
 */
export function entryOf(context, name) {
  const entries = /** @type {Record<string, unknown>} */ (context);
  if (Object.hasOwn(entries, name)) return entries[name] ?? null;
  if (!NEEDS_NORMALISING.test(name)) return undefined;
  const wanted = normaliseName(name);
  const key = Object.keys(entries).find((candidate) => normaliseName(candidate) === wanted);
  return key === undefined ? undefined : (entries[key] ?? null);
}

const NEEDS_NORMALISING = /[\s./\-'+*]/;

/**
 * Names are equal when they differ only in white space around signs (DMN 1.5, 10.3.1.4).
 * @param {string} name
 */
export const normaliseName = (name) =>
  name
    .replace(/\s+/g, ' ')
    .replace(/ ?([./\-'+*]) ?/g, '$1')
    .trim();
