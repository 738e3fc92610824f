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
  if (test instanceof FeelRange) return value instanceof FeelRange ? equal(value, test) : inRange(value, test);
  if (!Array.isArray(test)) return equal(value, test);
  if (Array.isArray(value) && equal(value, test) === true) return true;
  return test.some((item) => (item instanceof FeelRange ? inRange(value, item) : equal(value, item)) === true);
}

/**
 * @param {unknown} value
 * @param {FeelRange} range
 * @returns {boolean | null} null when the value cannot be compared with the ends
 */
export function inRange(value, { operator, startIncluded, start, end, endIncluded }) {
  if (operator === '!=') {
    const same = equal(value, start);
    return same === null ? null : !same;
  }
  // `= x` as a test compares like the operator, whatever the kind of x
  if (start !== undefined && start === end && startIncluded && endIncluded) return equal(value, start);
  const above = start === undefined ? true : side(order(value, start), startIncluded);
  const below = end === undefined ? true : side(flip(order(value, end)), endIncluded);
  if (above === false || below === false) return false;
  return above === null || below === null ? null : true;
}

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
