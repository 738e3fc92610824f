// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { equal } from '../values/compare.mjs';
import { kindOf } from '../values/kinds.mjs';
import { FeelDateTime, FeelTime } from '../values/temporal.mjs';
import { define } from './define.mjs';

/**
 * `is`: the same kind and the same elements; times must have the same offset or zone, not only be the same moment.
 * @param {unknown} a
 * @param {unknown} b
 */
function identical(a, b) {
  if (kindOf(a) !== kindOf(b)) return false;
  if (equal(a, b) !== true) return false;
  const [x, y] = [clockOf(a), clockOf(b)];
  return x === undefined || y === undefined || (x.offset === y.offset && x.zone === y.zone);
}

/** @param {unknown} value */
function clockOf(value) {
  if (value instanceof FeelTime) return value;
  return value instanceof FeelDateTime ? value.time : undefined;
}

export const LOGIC_FUNCTIONS = [
  define('not', ['negand: any', (_, negand) => (typeof negand === 'boolean' ? !negand : null)]),
  define('is', ['value1?: any, value2?: any', (_, a = null, b = null) => identical(a, b)]),
];
