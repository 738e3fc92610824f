// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { dateOfDays, daysInMonth, floorDivide, NANOS_PER_DAY, NANOS_PER_SECOND } from './calendar.mjs';
import { makeDate } from './parse-temporal.mjs';
import { FeelDate, FeelDateTime, FeelTime } from './temporal.mjs';

/**
 * A date some months away; a day that the month does not have becomes its last.
 * @param {FeelDate} date
 * @param {number} months
 * @returns {FeelDate | null}
 */
export function shiftMonths(date, months) {
  const total = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return makeDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/**
 * A date and time some nanoseconds away on the local clock; its offset or zone stays.
 * @param {FeelDateTime} at
 * @param {bigint} nanos
 * @returns {FeelDateTime | null}
 */
export function shiftNanos(at, nanos) {
  const total = at.localNanos + nanos;
  const days = floorDivide(total, NANOS_PER_DAY);
  const { year, month, day } = dateOfDays(Number(days));
  const date = makeDate(year, month, day);
  return (
    date && new FeelDateTime(date, timeOfNanos(total - days * NANOS_PER_DAY, at.time.offset, at.time.zone))
  );
}

/**
 * @param {bigint} nanos since midnight, less than a day
 * @param {number | null} offset
 * @param {string | null} zone
 */
export function timeOfNanos(nanos, offset, zone) {
  const seconds = Number(nanos / NANOS_PER_SECOND);
  const nano = Number(nanos % NANOS_PER_SECOND);
  return new FeelTime(
    Math.floor(seconds / 3600),
    Math.floor((seconds % 3600) / 60),
    seconds % 60,
    nano,
    offset,
    zone,
  );
}

/**
 * A date as the date and time of its midnight in UTC (DMN 1.5, 10.3.2.3.6).
 * @param {FeelDate | FeelDateTime} value
 * @returns {FeelDateTime}
 */
export const asDateTime = (value) =>
  value instanceof FeelDate ? new FeelDateTime(value, new FeelTime(0, 0, 0, 0, 0)) : value;

/**
 * Nanoseconds on the scale on which two values can be compared: of UTC when both have an offset, else local ones.
 * @param {FeelDateTime | FeelTime} value
 * @returns {{ local: bigint, utc: bigint | null }}
 */
export function instants(value) {
  const local = value instanceof FeelTime ? value.nanosOfDay : value.localNanos;
  const offset = value.effectiveOffset;
  return { local, utc: offset === null ? null : local - BigInt(offset) * NANOS_PER_SECOND };
}

/**
 * The difference of two points in time.
 * @param {FeelDateTime | FeelTime} a
 * @param {FeelDateTime | FeelTime} b
 * @returns {bigint | null} null when only one of them has an offset
 */
export function difference(a, b) {
  const [x, y] = [instants(a), instants(b)];
  if (x.utc !== null && y.utc !== null) return x.utc - y.utc;
  return x.utc === null && y.utc === null ? x.local - y.local : null;
}
