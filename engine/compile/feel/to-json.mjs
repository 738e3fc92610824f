// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { FeelLimitError } from './guard.mjs';
import { FeelRange, isFunction, isNumber, isTemporal, toPlainNumber } from './standard/index.mjs';

/** A value that cannot be a process variable. */
export class FeelTypeError extends Error {}

const RESULT_SIZE = 1_048_576;
const RESULT_DEPTH = 500;

/**
 * Turns a FEEL value into JSON: temporal values become ISO 8601 texts, nothing becomes null.
 * @param {unknown} value
 * @returns {import('./types').Json}
 * @throws {FeelTypeError} for a function, a range and a number that is not finite
 * @throws {FeelLimitError} when the JSON text would exceed 1 MB or 500 levels
 */
export function toJson(value) {
  const budget = { left: RESULT_SIZE };
  return convert(value, budget, 0);
}

/**
 * @param {unknown} value
 * @param {{ left: number }} budget
 * @param {number} depth
 * @returns {import('./types').Json}
 */
function convert(value, budget, depth) {
  switch (typeof value) {
    case 'boolean':
      spend(budget, 5);
      return value;
    case 'string':
      spend(budget, value.length + 2);
      return value;
    case 'number':
      spend(budget, 8);
      return finite(value);
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : convertObject(value, budget, depth + 1);
    default:
      throw new FeelTypeError('The result is a function, which cannot be stored.');
  }
}

/**
 * @param {object} value
 * @param {{ left: number }} budget
 * @param {number} depth
 * @returns {import('./types').Json}
 */
function convertObject(value, budget, depth) {
  if (depth > RESULT_DEPTH)
    throw new FeelLimitError(`The result is nested more than ${RESULT_DEPTH} levels.`);
  spend(budget, 2);
  if (Array.isArray(value)) {
    const items = [];
    for (const item of value) items.push(convert(item, budget, depth));
    return items;
  }
  if (isNumber(value)) return convert(toPlainNumber(/** @type {any} */ (value)), budget, depth);
  if (isTemporal(value)) return convert(String(value), budget, depth);
  if (value instanceof FeelRange) throw new FeelTypeError('The result is a range, which cannot be stored.');
  if (isFunction(value)) throw new FeelTypeError('The result is a function, which cannot be stored.');
  /** @type {Record<string, import('./types').Json>} */
  const entries = {};
  for (const [key, entry] of Object.entries(value)) {
    spend(budget, key.length + 4);
    define(entries, key, convert(entry, budget, depth));
  }
  return entries;
}

/**
 * @param {Record<string, import('./types').Json>} target
 * @param {string} key
 * @param {import('./types').Json} value
 */
function define(target, key, value) {
  // an assignment to __proto__ would be lost and change the object's prototype
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** @param {number} value */
function finite(value) {
  if (!Number.isFinite(value))
    throw new FeelTypeError('The result is a number that is too large or undefined.');
  return value === 0 ? 0 : value;
}

/**
 * @param {{ left: number }} budget
 * @param {number} characters
 */
function spend(budget, characters) {
  budget.left -= characters;
  if (budget.left < 0) throw new FeelLimitError('The result is larger than 1 MB.');
}
