// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { compare, modulo, negate, round, toPlainNumber, transcendental } from '../values/numbers.mjs';
import { DayTimeDuration, YearMonthDuration } from '../values/temporal.mjs';
import { define } from './define.mjs';

/** Exponents of decimal128: no scale beyond them is one (DMN 1.5, table 76). */
const [LEAST_SCALE, MOST_SCALE] = [-6111, 6176];

/** @type {(mode: keyof typeof import('../values/numbers.mjs').ROUNDING) => (run: unknown, n: any, scale?: any) => unknown} */
const rounding =
  (mode) =>
  (_, n, scale = 0) => {
    const digits = Math.trunc(toPlainNumber(scale));
    return digits < LEAST_SCALE || digits > MOST_SCALE ? null : round(n, digits, mode);
  };

/** @param {any} n */
const parity = (n) => {
  const rest = modulo(n, 2);
  return rest === null ? null : toPlainNumber(rest);
};

/** DMN 1.5, table 76. */
export const NUMERIC_FUNCTIONS = [
  define('decimal', ['n: number, scale: number', rounding('half even')]),
  define('floor', ['n: number, scale?: number', rounding('floor')]),
  define('ceiling', ['n: number, scale?: number', rounding('ceiling')]),
  define('round up', ['n: number, scale: number', rounding('up')]),
  define('round down', ['n: number, scale: number', rounding('down')]),
  define('round half up', ['n: number, scale: number', rounding('half up')]),
  define('round half down', ['n: number, scale: number', rounding('half down')]),
  define(
    'abs',
    ['n: number', (_, n) => (compare(n, 0) < 0 ? negate(n) : n)],
    ['n: days and time duration', (_, { nanos }) => new DayTimeDuration(nanos < 0n ? -nanos : nanos)],
    ['n: years and months duration', (_, { months }) => new YearMonthDuration(Math.abs(months))],
  ),
  define('modulo', [
    'dividend: number, divisor: number',
    (_, dividend, divisor) => modulo(dividend, divisor),
  ]),
  define('sqrt', ['number: number', (_, n) => (compare(n, 0) < 0 ? null : transcendental('sqrt', n))]),
  define('log', ['number: number', (_, n) => (compare(n, 0) <= 0 ? null : transcendental('ln', n))]),
  define('exp', ['number: number', (_, n) => transcendental('exp', n)]),
  define('odd', ['number: number', (_, n) => parity(n) === 1]),
  define('even', ['number: number', (_, n) => parity(n) === 0]),
];
