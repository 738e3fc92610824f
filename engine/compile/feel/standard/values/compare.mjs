// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { floorDivide } from './calendar.mjs';
import { entryOf, kindOf } from './kinds.mjs';
import { compare as compareNumbers } from './numbers.mjs';
import { instants } from './shift.mjs';

/** Points in time are compared to the millisecond: what finer clocks add says nothing about equality in FEEL. */
const NANOS_PER_MILLISECOND = 1_000_000n;

/**
 * Order of two values.
 * @param {any} a
 * @param {any} b
 * @returns {number | null} negative, zero or positive; null when the two cannot be compared
 */
export function order(a, b) {
  const [kind, other] = [kindOf(a), kindOf(b)];
  if (kind !== other) return null;
  switch (kind) {
    case 'number':
      return compareNumbers(a, b);
    case 'string':
      return orderTexts(a, b);
    case 'date':
      return a.year - b.year || a.month - b.month || a.day - b.day;
    case 'time':
    case 'date and time':
      return orderInstants(a, b);
    case 'days and time duration':
      return sign(/** @type {bigint} */ (a.nanos) - b.nanos);
    case 'years and months duration':
      return a.months - b.months;
    default:
      return null;
  }
}

/**
 * By code points, as XPath's default collation; UTF-16 order differs above U+FFFF.
 * @param {string} a
 * @param {string} b
 */
function orderTexts(a, b) {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    if (a.charCodeAt(at) === b.charCodeAt(at)) continue;
    const start = at > 0 && /[\udc00-\udfff]/.test(a.charAt(at)) ? at - 1 : at;
    return (a.codePointAt(start) ?? 0) - (b.codePointAt(start) ?? 0);
  }
  return a.length - b.length;
}

/**
 * @param {import('./temporal.mjs').FeelDateTime | import('./temporal.mjs').FeelTime} a
 * @param {import('./temporal.mjs').FeelDateTime | import('./temporal.mjs').FeelTime} b
 */
function orderInstants(a, b) {
  const [x, y] = [instants(a), instants(b)];
  const [left, right] = x.utc !== null && y.utc !== null ? [x.utc, y.utc] : [x.local, y.local];
  if ((x.utc === null) !== (y.utc === null)) return null;
  return sign(floorDivide(left, NANOS_PER_MILLISECOND) - floorDivide(right, NANOS_PER_MILLISECOND));
}

/** @param {bigint} value */
const sign = (value) => (value < 0n ? -1 : value > 0n ? 1 : 0);

/**
 * FEEL `=` (DMN 1.5, table 42).
 * @param {any} a
 * @param {any} b
 * @returns {boolean | null} null when the kinds differ
 */
export function equal(a, b) {
  const [kind, other] = [kindOf(a), kindOf(b)];
  if (kind === 'null' || other === 'null') return kind === other;
  switch (kind === other ? kind : '') {
    case 'boolean':
    case 'function':
      return a === b;
    case 'list':
      return equalLists(a, b);
    case 'context':
      return equalContexts(a, b);
    case 'range':
      return equalRanges(a, b);
    default: {
      const compared = order(a, b);
      // one with and one without an offset are two different points in time
      return compared === null ? (kind === other ? false : null) : compared === 0;
    }
  }
}

/**
 * @param {readonly unknown[]} a
 * @param {readonly unknown[]} b
 */
function equalLists(a, b) {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]) === true);
}

/**
 * @param {Record<string, unknown>} a
 * @param {Record<string, unknown>} b
 */
function equalContexts(a, b) {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => {
    const value = entryOf(b, key);
    return value !== undefined && equal(a[key] ?? null, value) === true;
  });
}

/**
 * @param {import('./range.mjs').FeelRange} a
 * @param {import('./range.mjs').FeelRange} b
 */
function equalRanges(a, b) {
  if (a.operator !== b.operator) return false;
  if (a.startIncluded !== b.startIncluded || a.endIncluded !== b.endIncluded) return false;
  return equalEnds(a.start, b.start) && equalEnds(a.end, b.end);
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function equalEnds(a, b) {
  if (a === undefined || b === undefined) return a === b;
  return equal(a, b) === true;
}
