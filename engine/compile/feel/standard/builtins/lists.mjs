// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { callPositional } from '../syntax/call.mjs';
import { equal } from '../values/compare.mjs';
import { toPlainNumber } from '../values/numbers.mjs';
import { define } from './define.mjs';

/** @typedef {import('../syntax/scope.mjs').Run} Run */

/** @type {(list: readonly unknown[], item: unknown, run: Run) => boolean} */
const holds = (list, item, run) => {
  run.spend?.(list.length);
  return list.some((other) => equal(other, item) === true);
};

/** DMN 1.5, table 74: positions count from 1, from -1 backwards. */
export const LIST_FUNCTIONS = [
  define('list contains', ['list: list, element: any', (run, list, element) => holds(list, element, run)]),
  define('count', ['list: list', (_, list) => list.length]),
  define('sublist', [
    'list: list, start position: number, length?: number',
    (_, list, start, length) => sublist(list, start, length),
  ]),
  define('append', ['list: list, ...item: any', (_, list, items) => [...list, ...items]]),
  define('concatenate', ['...list: any', (_, lists) => concatenate(lists)]),
  define('insert before', [
    'list: list, position: number, newItem: any',
    (_, list, position, item) => insert(list, position, item),
  ]),
  define('remove', [
    'list: list, position: number',
    (_, list, position) => {
      const at = place(list, position);
      return at === undefined ? null : list.toSpliced(at, 1);
    },
  ]),
  define(
    'list replace',
    [
      'list: list, position: number, newItem: any',
      (_, list, position, item) => {
        const at = place(list, position);
        return at === undefined ? null : list.with(at, item);
      },
    ],
    [
      'list: list, match: function, newItem: any',
      (run, list, match, item) => replaceMatching(list, match, item, run),
    ],
  ),
  define('reverse', ['list: list', (_, list) => list.toReversed()]),
  define('index of', ['list: list, match: any', (_, list, match) => indexOf(list, match)]),
  define('union', [
    '...list: any',
    (run, lists) => {
      const all = concatenate(lists);
      return all && distinct(all, run);
    },
  ]),
  define('distinct values', ['list: list', (run, list) => distinct(list, run)]),
  define('flatten', ['list: list', (_, list) => list.flat(Number.POSITIVE_INFINITY)]),
  define('sort', ['list: list, precedes: function', (run, list, precedes) => sort(list, precedes, run)]),
];

/**
 * @param {readonly unknown[]} list
 * @param {any} position
 * @returns {number | undefined} undefined outside the list
 */
function place(list, position) {
  const at = Math.trunc(toPlainNumber(position));
  if (at === 0 || Math.abs(at) > list.length) return undefined;
  return at > 0 ? at - 1 : list.length + at;
}

/**
 * @param {readonly unknown[]} list
 * @param {any} start
 * @param {any} [length]
 */
function sublist(list, start, length) {
  const at = place(list, start);
  if (at === undefined) return null;
  if (length === undefined) return list.slice(at);
  const count = Math.trunc(toPlainNumber(length));
  return count < 0 || at + count > list.length ? null : list.slice(at, at + count);
}

/** @param {readonly unknown[]} lists */
function concatenate(lists) {
  return lists.some((list) => list === null) ? null : lists.flat(1);
}

/**
 * @param {readonly unknown[]} list
 * @param {any} position
 * @param {unknown} item
 */
function insert(list, position, item) {
  const at = place(list, position);
  return at === undefined ? null : list.toSpliced(at, 0, item);
}

/**
 * @param {readonly unknown[]} list
 * @param {unknown} match
 */
function indexOf(list, match) {
  return list.flatMap((item, at) => (equal(item, match) === true ? [at + 1] : []));
}

/**
 * @param {readonly unknown[]} list
 * @param {Run} run
 */
function distinct(list, run) {
  /** @type {unknown[]} */
  const found = [];
  const primitives = new Set();
  for (const item of list) {
    const primitive = typeof item === 'string' || typeof item === 'boolean';
    if (primitive ? primitives.has(item) : holds(found, item, run)) continue;
    if (primitive) primitives.add(item);
    found.push(item);
  }
  return found;
}

/**
 * @param {readonly unknown[]} list
 * @param {any} match of an item and the new one
 * @param {unknown} item
 * @param {Run} run
 */
function replaceMatching(list, match, item, run) {
  const replaced = [];
  for (const old of list) {
    const matched = callPositional(match, [old, item], run);
    if (typeof matched !== 'boolean') return null;
    replaced.push(matched ? item : old);
  }
  return replaced;
}

/**
 * @param {readonly unknown[]} list
 * @param {any} precedes whether its first argument stands before its second
 * @param {Run} run
 */
function sort(list, precedes, run) {
  let valid = true;
  const before = (/** @type {unknown} */ a, /** @type {unknown} */ b) => {
    const answer = callPositional(precedes, [a, b], run);
    if (typeof answer !== 'boolean') valid = false;
    return answer === true;
  };
  const sorted = list.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
  return valid ? sorted : null;
}
