// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { daysOfDate, floorDivide, NANOS_PER_DAY, NANOS_PER_SECOND } from './calendar.mjs';
import { zoneOffset } from './zones.mjs';

/** A calendar date (FEEL `date`). */
export class FeelDate {
  /**
   * @param {number} year
   * @param {number} month
   * @param {number} day
   */
  constructor(year, month, day) {
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** Days since 1970-01-01. */
  get days() {
    return daysOfDate(this.year, this.month, this.day);
  }

  toString() {
    return dateText(this);
  }
}

/** A time of day (FEEL `time`), without, with an offset in seconds or with the name of a zone. */
export class FeelTime {
  /**
   * @param {number} hour
   * @param {number} minute
   * @param {number} second
   * @param {number} nano
   * @param {number | null} offset seconds east of UTC
   * @param {string | null} zone name of the tz database
   */
  constructor(hour, minute, second, nano = 0, offset = null, zone = null) {
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nano = nano;
    this.offset = offset;
    this.zone = zone;
  }

  /** Nanoseconds since midnight. */
  get nanosOfDay() {
    const seconds = this.hour * 3600 + this.minute * 60 + this.second;
    return BigInt(seconds) * NANOS_PER_SECOND + BigInt(this.nano);
  }

  /** Seconds east of UTC, of a named zone those in force on 1970-01-01; null for a local time. */
  get effectiveOffset() {
    return this.zone ? zoneOffset(this.zone, 0) : this.offset;
  }

  toString() {
    return `${clockText(this)}${this.zone ? `@${this.zone}` : offsetText(this.offset)}`;
  }
}

/** A date with a time of day (FEEL `date and time`). */
export class FeelDateTime {
  /**
   * @param {FeelDate} date
   * @param {FeelTime} time
   */
  constructor(date, time) {
    this.date = date;
    this.time = time;
  }

  /** Nanoseconds since 1970-01-01T00:00:00 on the local clock. */
  get localNanos() {
    return BigInt(this.date.days) * NANOS_PER_DAY + this.time.nanosOfDay;
  }

  /** Seconds east of UTC; null for a local date and time. */
  get effectiveOffset() {
    const { zone, offset } = this.time;
    return zone ? zoneOffset(zone, Number(floorDivide(this.localNanos, NANOS_PER_SECOND))) : offset;
  }

  toString() {
    return `${this.date}T${this.time}`;
  }
}

/** FEEL `days and time duration`. */
export class DayTimeDuration {
  /** @param {bigint} nanos */
  constructor(nanos) {
    this.nanos = nanos;
  }

  toString() {
    return dayTimeText(this.nanos);
  }
}

/** FEEL `years and months duration`. */
export class YearMonthDuration {
  /** @param {number} months */
  constructor(months) {
    this.months = months;
  }

  toString() {
    const size = Math.abs(this.months);
    const [years, months] = [Math.floor(size / 12), size % 12];
    const text = `${years ? `${years}Y` : ''}${months || !years ? `${months}M` : ''}`;
    return `${this.months < 0 ? '-' : ''}P${text}`;
  }
}

const KINDS = [FeelDate, FeelTime, FeelDateTime, DayTimeDuration, YearMonthDuration];

/** @param {unknown} value whether it is a date, a time, both or a duration */
export const isTemporal = (value) => KINDS.some((kind) => value instanceof kind);

/**
 * @param {number} value
 * @param {number} digits
 */
const padded = (value, digits) => String(value).padStart(digits, '0');

/** @param {FeelDate} date */
function dateText({ year, month, day }) {
  return `${year < 0 ? '-' : ''}${padded(Math.abs(year), 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** @param {FeelTime} time */
function clockText({ hour, minute, second, nano }) {
  const fraction = nano ? `.${padded(nano, 9).replace(/0+$/, '')}` : '';
  return `${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}${fraction}`;
}

/** @param {number | null} offset */
function offsetText(offset) {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const seconds = size % 60 ? `:${padded(size % 60, 2)}` : '';
  const minutes = padded(Math.floor((size % 3600) / 60), 2);
  return `${offset < 0 ? '-' : '+'}${padded(Math.floor(size / 3600), 2)}:${minutes}${seconds}`;
}

/** @param {bigint} nanos */
function dayTimeText(nanos) {
  const size = nanos < 0n ? -nanos : nanos;
  const days = size / NANOS_PER_DAY;
  const seconds = (size % NANOS_PER_DAY) / NANOS_PER_SECOND;
  const [hour, minute, second] = [seconds / 3600n, (seconds % 3600n) / 60n, seconds % 60n];
  const nano = Number(size % NANOS_PER_SECOND);
  const fraction = nano ? `.${padded(nano, 9).replace(/0+$/, '')}` : '';
  const clock = `${hour ? `${hour}H` : ''}${minute ? `${minute}M` : ''}${second || nano ? `${second}${fraction}S` : ''}`;
  if (!days && !clock) return 'PT0S';
  return `${nanos < 0n ? '-' : ''}P${days ? `${days}D` : ''}${clock ? `T${clock}` : ''}`;
}
