// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { daysOfDate, floorDivide, NANOS_PER_SECOND, weekdayOfDays } from '../values/calendar.mjs';
import { multiply, round, subtract, toInteger, toPlainNumber } from '../values/numbers.mjs';
import {
  makeDate,
  makeMonths,
  makeTime,
  parseDate,
  parseDateTime,
  parseDuration,
  parseTime,
} from '../values/parse-temporal.mjs';
import { asDateTime } from '../values/shift.mjs';
import { FeelDate, FeelDateTime, FeelTime } from '../values/temporal.mjs';
import { define } from './define.mjs';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];

/** @param {any} value */
const dateOf = (value) => (value instanceof FeelDateTime ? value.date : value);

/** DMN 1.5, tables 72 and 79. */
export const TEMPORAL_FUNCTIONS = [
  define(
    'date',
    ['from: string', (_, text) => parseDate(text)],
    ['from: date|date and time', (_, value) => dateOf(value)],
    ['year: number, month: number, day: number', (_, ...parts) => dateOfParts(parts.map(toInteger))],
  ),
  define(
    'time',
    ['from: string', (_, text) => parseTime(text)],
    ['from: time', (_, time) => time],
    ['from: date|date and time', (_, value) => asDateTime(value).time],
    [
      'hour: number, minute: number, second: number, offset?: days and time duration|null',
      (_, ...parts) => timeOfParts(parts),
    ],
  ),
  define(
    'date and time',
    ['from: string', (_, text) => parseDateTime(text)],
    ['from: date|date and time', (_, value) => asDateTime(value)],
    ['date: date|date and time, time: time', (_, date, time) => new FeelDateTime(dateOf(date), time)],
  ),
  define(
    'duration',
    ['from: string', (_, text) => parseDuration(text)],
    ['from: days and time duration|years and months duration', (_, duration) => duration],
  ),
  define('years and months duration', [
    'from: date|date and time, to: date|date and time',
    (_, from, to) => monthsBetween(dateOf(from), dateOf(to)),
  ]),
  define('now', ['', (run) => nowOf(run)]),
  define('today', ['', (run) => nowOf(run).date]),
  define('day of year', ['date: date|date and time', (_, value) => dayOfYear(dateOf(value))]),
  define('day of week', [
    'date: date|date and time',
    (_, value) => WEEKDAYS[weekdayOfDays(dateOf(value).days) - 1],
  ]),
  define('month of year', ['date: date|date and time', (_, value) => MONTHS[dateOf(value).month - 1]]),
  define('week of year', ['date: date|date and time', (_, value) => weekOfYear(dateOf(value))]),
];

/** @param {readonly (number | undefined)[]} parts */
function dateOfParts([year, month, day]) {
  if (year === undefined || month === undefined || day === undefined) return null;
  return makeDate(year, month, day);
}

/** @param {readonly any[]} parts hour, minute, second with a fraction, offset */
function timeOfParts([hour, minute, second, offset]) {
  const [h, m] = [toInteger(hour), toInteger(minute)];
  const whole = round(second, 0, 'floor');
  if (h === undefined || m === undefined || whole === null) return null;
  const nanos = multiply(/** @type {any} */ (subtract(second, whole)), 1_000_000_000) ?? 0;
  const seconds = offset ? Number(floorDivide(offset.nanos, NANOS_PER_SECOND)) : null;
  return makeTime(h, m, toPlainNumber(whole), Math.trunc(toPlainNumber(nanos)), seconds);
}

/**
 * Whole months from one date to another.
 * @param {FeelDate} from
 * @param {FeelDate} to
 */
function monthsBetween(from, to) {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return makeMonths(months - 1);
  if (months < 0 && to.day > from.day) return makeMonths(months + 1);
  return makeMonths(months);
}

/** @param {import('../syntax/scope.mjs').Run} run */
function nowOf({ now }) {
  const time = new Date(now);
  if (Number.isNaN(time.getTime())) throw new Error('the time of the evaluation is not an RFC 3339 time');
  const date = new FeelDate(time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
  const [hour, minute, second] = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
  return new FeelDateTime(date, new FeelTime(hour, minute, second, time.getUTCMilliseconds() * 1_000_000, 0));
}

/** @param {FeelDate} date */
const dayOfYear = (date) => date.days - daysOfDate(date.year, 1, 1) + 1;

/** The week of ISO 8601: the first one has the year's first Thursday. @param {FeelDate} date */
function weekOfYear(date) {
  const thursday = date.days - weekdayOfDays(date.days) + 4;
  const year = date.days - thursday > 0 && date.month === 1 ? date.year - 1 : date.year;
  for (const candidate of [year + 1, year, year - 1]) {
    const start = daysOfDate(candidate, 1, 1);
    if (start <= thursday) return Math.floor((thursday - start) / 7) + 1;
  }
  return null;
}
