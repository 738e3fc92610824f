// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { order } from '../values/compare.mjs';
import {
  add,
  compare,
  divide,
  isNumber,
  multiply,
  numberText,
  subtract,
  transcendental,
} from '../values/numbers.mjs';
import { define } from './define.mjs';

/** @typedef {(run: unknown, list: readonly any[]) => unknown} Aggregate */

/** A function of a list or of any number of arguments. @type {(name: string, call: Aggregate) => ReturnType<typeof define>} */
const aggregate = (name, call) => define(name, ['list: list', call], ['...list: any', call]);

/** @type {(call: (list: readonly any[]) => unknown) => Aggregate} */
const ofNumbers = (call) => (_, list) => (list.length > 0 && list.every(isNumber) ? call(list) : null);

/** DMN 1.5, table 74. */
export const AGGREGATES = [
  aggregate('min', (_, list) => extreme(list, -1)),
  aggregate('max', (_, list) => extreme(list, 1)),
  aggregate(
    'sum',
    ofNumbers((list) => total(list)),
  ),
  aggregate(
    'product',
    ofNumbers((list) => list.reduce((a, b) => (a === null ? null : multiply(a, b)), 1)),
  ),
  aggregate('mean', ofNumbers(mean)),
  aggregate('median', ofNumbers(median)),
  aggregate('stddev', ofNumbers(deviation)),
  aggregate('mode', (_, list) => (list.every(isNumber) ? mode(list) : null)),
  aggregate('all', (_, list) => quantified(list, false)),
  aggregate('any', (_, list) => quantified(list, true)),
];

/**
 * @param {readonly any[]} list
 * @param {1 | -1} direction
 */
function extreme(list, direction) {
  if (list.length === 0) return null;
  let best = list[0];
  for (const item of list) {
    const compared = order(item, best);
    if (compared === null) return null;
    if (compared * direction > 0) best = item;
  }
  return best;
}

/**
 * @param {readonly any[]} list
 * @returns {any}
 */
const total = (list) => list.reduce((a, b) => (a === null ? null : add(a, b)), 0);

/** @param {readonly any[]} list */
function mean(list) {
  const sum = total(list);
  return sum === null ? null : divide(sum, list.length);
}

/** @param {readonly any[]} list */
function median(list) {
  const sorted = list.toSorted(compare);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle];
  const sum = add(sorted[middle - 1], sorted[middle]);
  return sum === null ? null : divide(sum, 2);
}

/** The standard deviation of a sample. @param {readonly any[]} list */
function deviation(list) {
  if (list.length < 2) return null;
  const centre = /** @type {any} */ (mean(list));
  if (centre === null) return null;
  const squares = list.map((item) => {
    const distance = /** @type {any} */ (subtract(item, centre));
    return multiply(distance, distance);
  });
  const sum = total(squares);
  const variance = sum === null ? null : divide(sum, list.length - 1);
  return variance === null ? null : transcendental('sqrt', variance);
}

/** The most frequent numbers in ascending order. @param {readonly any[]} list */
function mode(list) {
  /** @type {Map<string, { value: any, times: number }>} */
  const counts = new Map();
  for (const value of list) {
    const key = numberText(value)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
    counts.set(key, { value, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const most = Math.max(...[...counts.values()].map(({ times }) => times), 0);
  return [...counts.values()]
    .filter(({ times }) => times === most)
    .map(({ value }) => value)
    .sort(compare);
}

/**
 * @param {readonly unknown[]} list
 * @param {boolean} deciding
 */
function quantified(list, deciding) {
  if (list.includes(deciding)) return deciding;
  return list.every((item) => item === !deciding) ? !deciding : null;
}
