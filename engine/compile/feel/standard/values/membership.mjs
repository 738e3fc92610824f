// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { equal, order } from './compare.mjs';
import { FeelRange } from './range.mjs';

/**
 * FEEL `in` with one test: a range, a list (of values or ranges) or a value.
 * @param {unknown} value
 * @param {unknown} test
 * @returns {boolean | null}
 */
export function isIn(value, test) {
  if (test instanceof FeelRange)
    return value instanceof FeelRange ? equal(value, test) : inRange(value, test);
  // a value of another kind is not the one asked for, which is an answer
  if (!Array.isArray(test)) return equal(value, test) === true;
  if (Array.isArray(value) && equal(value, test) === true) return true;
  return test.some(
    (item) => (item instanceof FeelRange ? inRange(value, item) : equal(value, item)) === true,
  );
}

/**
 * @param {unknown} value
 * @param {FeelRange} range
 * @returns {boolean | null} null when the value cannot be compared with the ends
 */
export function inRange(value, range) {
  const { operator, startIncluded, start, end, endIncluded } = range;
  if (operator) return compareWith(operator, value, start === undefined ? end : start);
  const above = isOpen(start) ? true : side(order(value, start), startIncluded);
  const below = isOpen(end) ? true : side(flip(order(value, end)), endIncluded);
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}

/**
 * @param {string} operator
 * @param {unknown} value
 * @param {unknown} operand
 */
function compareWith(operator, value, operand) {
  if (operator === '=' || operator === '!=') {
    const same = equal(value, operand);
    return same === null ? null : same === (operator === '=');
  }
  const compared = order(value, operand);
  if (compared === null) return null;
  return (
    (operator.startsWith('<') ? compared < 0 : compared > 0) || (operator.length === 2 && compared === 0)
  );
}

/** @param {unknown} end */
const isOpen = (end) => end === undefined || end === null;

/** @param {number | null} compared */
const flip = (compared) => (compared === null ? null : -compared);

/**
 * @param {number | null} compared
 * @param {boolean} included
 */
function side(compared, included) {
  if (compared === null) return null;
  return included ? compared >= 0 : compared > 0;
}
