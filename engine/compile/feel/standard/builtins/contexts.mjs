// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { emptyContext, entryOf, isContext } from '../values/kinds.mjs';
import { define } from './define.mjs';

/** DMN 1.5, table 78. */
export const CONTEXT_FUNCTIONS = [
  define(
    'get value',
    ['m: context, key: string', (_, context, key) => entryOf(context, key) ?? null],
    ['m: context, keys: list', (_, context, keys) => (keys.length === 0 ? null : follow(context, keys))],
  ),
  define('get entries', [
    'm: context',
    (_, context) => Object.entries(context).map(([key, value]) => entry(key, value)),
  ]),
  define('context', ['entries: list', (_, entries) => fromEntries(entries)]),
  define(
    'context put',
    ['context: context, key: string, value: any', (_, context, key, value) => put(context, [key], value)],
    ['context: context, keys: list, value: any', (_, context, keys, value) => put(context, keys, value)],
  ),
  define('context merge', ['contexts: list', (_, contexts) => merge(contexts)]),
];

/**
 * @param {string} key
 * @param {unknown} value
 */
const entry = (key, value) => Object.assign(emptyContext(), { key, value });

/**
 * @param {unknown} context
 * @param {readonly unknown[]} keys
 * @returns {unknown}
 */
function follow(context, keys) {
  let value = context;
  for (const key of keys) {
    if (!isContext(value) || typeof key !== 'string') return null;
    value = entryOf(value, key) ?? null;
  }
  return value;
}

/** @param {readonly unknown[]} entries */
function fromEntries(entries) {
  const made = emptyContext();
  for (const item of entries) {
    const key = isContext(item) ? entryOf(item, 'key') : undefined;
    const value = isContext(item) ? entryOf(item, 'value') : undefined;
    if (typeof key !== 'string' || value === undefined || Object.hasOwn(made, key)) return null;
    made[key] = value;
  }
  return made;
}

/**
 * @param {Record<string, unknown>} context
 * @param {readonly unknown[]} keys
 * @param {unknown} value
 * @returns {Record<string, unknown> | null}
 */
function put(context, keys, value) {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return null;
  const copy = Object.assign(emptyContext(), context);
  if (rest.length === 0) {
    copy[key] = value;
    return copy;
  }
  const inner = entryOf(context, key);
  const changed = isContext(inner) ? put(/** @type {any} */ (inner), rest, value) : null;
  if (changed === null) return null;
  copy[key] = changed;
  return copy;
}

/** @param {readonly unknown[]} contexts */
function merge(contexts) {
  return contexts.every(isContext) ? Object.assign(emptyContext(), ...contexts) : null;
}
