// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { dateOfDays, daysInMonth, MAX_YEAR, NANOS_PER_SECOND } from './calendar.mjs';
import { DayTimeDuration, FeelDate, FeelDateTime, FeelTime, YearMonthDuration } from './temporal.mjs';
import { isZone } from './zones.mjs';

/** Java's and XML Schema's limits differ (18 and 14 hours); the wider one is accepted. */
const MAX_OFFSET = 18 * 3600;
/** Keeps sums of durations inside what dates can hold. */
const MAX_MONTHS = MAX_YEAR * 12 + 11;

/**
 * A date when its parts name one.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {FeelDate | null}
 */
export function makeDate(year, month, day) {
  if (Math.abs(year) > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  return new FeelDate(year, month, day);
}

/**
 * @param {number} hour
 * @param {number} minute
 * @param {number} second
 * @param {number} nano
 * @param {number | null} offset seconds
 * @param {string | null} zone
 * @returns {FeelTime | null}
 */
export function makeTime(hour, minute, second, nano, offset, zone = null) {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;
  if (offset !== null && Math.abs(offset) > MAX_OFFSET) return null;
  if (zone !== null && !isZone(zone)) return null;
  return new FeelTime(hour, minute, second, nano, offset, zone);
}

/**
 * @param {number} months
 * @returns {YearMonthDuration | null}
 */
export const makeMonths = (months) =>
  Math.abs(months) > MAX_MONTHS ? null : new YearMonthDuration(months + 0);

const DATE = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/;

/**
 * @param {string} text `YYYY-MM-DD`, with a minus sign before the common era
 * @returns {FeelDate | null}
 */
export function parseDate(text) {
  const match = DATE.exec(text);
  if (!match) return null;
  const year = Number(match[2]);
  return makeDate(match[1] ? -year : year, Number(match[3]), Number(match[4]));
}

const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?|@(.{1,100}))?$/;

/**
 * @param {string} text `hh:mm:ss`, with an optional fraction and `Z`, an offset or `@` and a zone
 * @returns {FeelTime | null}
 */
export function parseTime(text) {
  const parsed = parseClock(text);
  return parsed?.time ?? null;
}

/**
 * @param {string} text
 * @returns {{ time: FeelTime, nextDay: boolean } | null} 24:00:00 is midnight of the next day
 */
function parseClock(text) {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hour, minute, second, fraction = '', utc, sign, ...rest] = match;
  const nano = Number(fraction.slice(0, 9).padEnd(9, '0'));
  const midnight = hour === '24' && Number(minute) === 0 && Number(second) === 0 && nano === 0;
  const offset = utc ? 0 : sign ? offsetOf(sign, rest) : null;
  if (offset !== null && Number.isNaN(offset)) return null;
  const time = makeTime(
    midnight ? 0 : Number(hour),
    Number(minute),
    Number(second),
    nano,
    offset,
    rest[3] ?? null,
  );
  return time && { time, nextDay: midnight };
}

/**
 * @param {string} sign
 * @param {readonly (string | undefined)[]} parts
 */
function offsetOf(sign, [hours, minutes, seconds = '0']) {
  if (Number(minutes) > 59 || Number(seconds) > 59) return Number.NaN;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' && size > 0 ? -size : size;
}

/**
 * @param {string} text a date, `T` and a time; a date alone means midnight
 * @returns {FeelDateTime | null}
 */
export function parseDateTime(text) {
  const at = text.indexOf('T');
  const date = parseDate(at < 0 ? text : text.slice(0, at));
  if (!date) return null;
  if (at < 0) return new FeelDateTime(date, new FeelTime(0, 0, 0));
  const clock = parseClock(text.slice(at + 1));
  if (!clock) return null;
  if (!clock.nextDay) return new FeelDateTime(date, clock.time);
  const next = dateOfDays(date.days + 1);
  const nextDate = makeDate(next.year, next.month, next.day);
  return nextDate && new FeelDateTime(nextDate, clock.time);
}

const MONTHS = /^(-?)P(?:(\d{1,20})Y)?(?:(\d{1,20})M)?$/;
const SECONDS =
  /^(-?)P(?:(\d{1,20})D)?(?:T(?=.)(?:(\d{1,20})H)?(?:(\d{1,20})M)?(?:(\d{1,20})(?:\.(\d{0,30}))?S)?)?$/;

/**
 * @param {string} text ISO 8601; either years and months or days and times, not both
 * @returns {YearMonthDuration | DayTimeDuration | null}
 */
export function parseDuration(text) {
  if (!/\d/.test(text)) return null;
  const months = MONTHS.exec(text);
  if (months) {
    const size = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return makeMonths(months[1] ? -size : size);
  }
  const match = SECONDS.exec(text);
  if (!match) return null;
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = 0, fraction = ''] = match;
  const whole = BigInt(days) * 86_400n + BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds);
  const nanos = whole * NANOS_PER_SECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return new DayTimeDuration(sign ? -nanos : nanos);
}

/**
 * What an at-literal holds: the temporal value that the text is one of.
 * @param {string} text
 */
export function parseTemporal(text) {
  return (
    parseDate(text) ??
    (text.includes('T') && !/^-?P/.test(text) ? parseDateTime(text) : null) ??
    parseTime(text) ??
    parseDuration(text)
  );
}
