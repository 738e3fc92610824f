// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { weekdayOfDays } from './calendar.mjs';
import { FeelRange } from './range.mjs';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelTime, YearMonthDuration } from './temporal.mjs';

/** @typedef {Record<string, (value: any) => unknown>} Properties */

const SECOND = 1_000_000_000n;
/**
 * @param {bigint} nanos
 * @param {bigint} unit
 * @param {bigint} size how many of the unit make the next larger one
 */
const part = (nanos, unit, size) => Number(size === 0n ? nanos / unit : (nanos / unit) % size) + 0;

/** @type {Properties} */
const DATE = {
  year: ({ year }) => year,
  month: ({ month }) => month,
  day: ({ day }) => day,
  weekday: (date) => weekdayOfDays(date.days),
};

/** @type {Properties} */
const TIME = {
  hour: ({ hour }) => hour,
  minute: ({ minute }) => minute,
  second: ({ second }) => second,
  'time offset': (time) => offsetDuration(time.effectiveOffset),
  timezone: ({ zone }) => zone,
};

/** @type {Properties} */
const DATE_TIME = {
  ...Object.fromEntries(Object.entries(DATE).map(([name, read]) => [name, ({ date }) => read(date)])),
  ...Object.fromEntries(Object.entries(TIME).map(([name, read]) => [name, ({ time }) => read(time)])),
  'time offset': (at) => offsetDuration(at.effectiveOffset),
};

/** @type {Properties} */
const DAYS = {
  days: ({ nanos }) => part(nanos, 86_400n * SECOND, 0n),
  hours: ({ nanos }) => part(nanos, 3600n * SECOND, 24n),
  minutes: ({ nanos }) => part(nanos, 60n * SECOND, 60n),
  seconds: ({ nanos }) => part(nanos, SECOND, 60n),
};

/** @type {Properties} */
const MONTHS = {
  years: ({ months }) => Math.trunc(months / 12) + 0,
  months: ({ months }) => (months % 12) + 0,
};

/** @type {Properties} */
const RANGE = {
  start: ({ start }) => start ?? null,
  end: ({ end }) => end ?? null,
  'start included': ({ startIncluded }) => startIncluded,
  'end included': ({ endIncluded }) => endIncluded,
};

/** @type {readonly (readonly [new (...args: any[]) => object, Properties])[]} */
const TABLE = [
  [FeelDate, DATE],
  [FeelDateTime, DATE_TIME],
  [FeelTime, TIME],
  [DayTimeDuration, DAYS],
  [YearMonthDuration, MONTHS],
  [FeelRange, RANGE],
];

/** @param {number | null} offset seconds */
const offsetDuration = (offset) => (offset === null ? null : new DayTimeDuration(BigInt(offset) * SECOND));

/**
 * A property of a value that is not a context (DMN 1.5, table 65).
 * @param {unknown} value
 * @param {string} name
 * @returns {unknown} undefined when the value has no such property
 */
export function propertyOf(value, name) {
  const properties = TABLE.find(([kind]) => value instanceof kind)?.[1];
  return properties && Object.hasOwn(properties, name) ? properties[name]?.(value) : undefined;
}
