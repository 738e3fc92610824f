// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { define } from './define.mjs';

/** @param {unknown} value */
const isAbsent = (value) => value === null || value === undefined;

/** @param {unknown} value */
const isEmpty = (value) =>
  isAbsent(value) ||
  value === '' ||
  (typeof value === 'object' && Object.keys(/** @type {object} */ (value)).length === 0);

/** Functions beyond the standard that Camunda's models use, or that ask whether something is there. */
export const EXTRA = [
  define('is defined', ['value: any', (_, value) => !isAbsent(value)]),
  define('is empty', ['value: any', (_, value) => isEmpty(value)]),
  define('is blank', [
    'string: any',
    (_, value) => isAbsent(value) || (typeof value === 'string' && value.trim() === ''),
  ]),
  define('trim', ['string: any', (_, value) => (typeof value === 'string' ? value.trim() : null)]),
  define('get or else', [
    'value: any, default: any',
    (_, value, fallback) => (isAbsent(value) ? fallback : value),
  ]),
];
