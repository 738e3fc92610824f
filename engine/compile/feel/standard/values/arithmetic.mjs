// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { floorDivide, NANOS_PER_DAY } from './calendar.mjs';
import { kindOf } from './kinds.mjs';
import { add, divide, multiply, negate, parseNumber, power, round, subtract } from './numbers.mjs';
import { makeMonths } from './parse-temporal.mjs';
import { asDateTime, difference, shiftMonths, shiftNanos, timeOfNanos } from './shift.mjs';
import { DayTimeDuration, FeelDateTime, YearMonthDuration } from './temporal.mjs';

/** @typedef {(a: any, b: any) => unknown} Operation */

const DAYS = 'days and time duration';
const MONTHS = 'years and months duration';

/** @type {Operation} */
const shiftDateTime = (at, span) => shiftNanos(at, span.nanos);
/** @type {Operation} */
const shiftDate = (date, span) => shiftNanos(asDateTime(date), span.nanos)?.date ?? null;
/** @type {Operation} */
const shiftTime = (time, span) => {
  const nanos = time.nanosOfDay + span.nanos;
  return timeOfNanos(nanos - floorDivide(nanos, NANOS_PER_DAY) * NANOS_PER_DAY, time.offset, time.zone);
};
/** @type {Operation} */
const dateTimeMonths = (at, span) => {
  const date = shiftMonths(at.date, span.months);
  return date && new FeelDateTime(date, at.time);
};
/** @type {Operation} */
const between = (a, b) => {
  const nanos = difference(asDateTime(a), asDateTime(b));
  return nanos === null ? null : new DayTimeDuration(nanos);
};
/** @type {(operation: Operation) => Operation} */
const flipped = (operation) => (a, b) => operation(b, a);
/** @type {(operation: Operation) => Operation} */
const reversed = (operation) => (a, b) => operation(a, negateValue(b));

/**
 * @param {any} number
 * @param {(whole: any) => unknown} make
 */
function wholeNanos(number, make) {
  const whole = number === null ? null : round(number, 0, 'down');
  return whole === null ? null : make(whole);
}

/** @param {any} number */
const daysOf = (number) =>
  wholeNanos(number, (whole) => new DayTimeDuration(BigInt(String(whole.toFixed?.() ?? whole))));
/** @param {any} number */
const monthsOf = (number) => wholeNanos(number, (whole) => makeMonths(Number(whole)));
/** @param {any} span */
const nanosOf = (span) => /** @type {any} */ (parseNumber(String(span.nanos)));

/** @type {Operation} */
const scaleDays = (span, number) => daysOf(multiply(nanosOf(span), number));
/** @type {Operation} */
const scaleMonths = (span, number) => monthsOf(multiply(span.months, number));

/** DMN 1.5, tables 52 to 58: operator → kinds of the operands → operation. @type {Record<string, Record<string, Operation>>} */
const OPERATIONS = {
  '+': {
    'number,number': add,
    'string,string': (a, b) => a + b,
    [`${DAYS},${DAYS}`]: (a, b) => new DayTimeDuration(a.nanos + b.nanos),
    [`${MONTHS},${MONTHS}`]: (a, b) => makeMonths(a.months + b.months),
    [`date and time,${DAYS}`]: shiftDateTime,
    [`${DAYS},date and time`]: flipped(shiftDateTime),
    [`date and time,${MONTHS}`]: dateTimeMonths,
    [`${MONTHS},date and time`]: flipped(dateTimeMonths),
    [`date,${DAYS}`]: shiftDate,
    [`${DAYS},date`]: flipped(shiftDate),
    [`date,${MONTHS}`]: (date, span) => shiftMonths(date, span.months),
    [`${MONTHS},date`]: (span, date) => shiftMonths(date, span.months),
    [`time,${DAYS}`]: shiftTime,
    [`${DAYS},time`]: flipped(shiftTime),
  },
  '-': {
    'number,number': subtract,
    [`${DAYS},${DAYS}`]: (a, b) => new DayTimeDuration(/** @type {bigint} */ (a.nanos) - b.nanos),
    [`${MONTHS},${MONTHS}`]: (a, b) => makeMonths(a.months - b.months),
    'date and time,date and time': between,
    'date,date': between,
    'date,date and time': between,
    'date and time,date': between,
    'time,time': (a, b) => {
      const nanos = difference(a, b);
      return nanos === null ? null : new DayTimeDuration(nanos);
    },
    [`date and time,${DAYS}`]: reversed(shiftDateTime),
    [`date and time,${MONTHS}`]: reversed(dateTimeMonths),
    [`date,${DAYS}`]: reversed(shiftDate),
    [`date,${MONTHS}`]: (date, span) => shiftMonths(date, -span.months),
    [`time,${DAYS}`]: reversed(shiftTime),
  },
  '*': {
    'number,number': multiply,
    [`${DAYS},number`]: scaleDays,
    [`number,${DAYS}`]: flipped(scaleDays),
    [`${MONTHS},number`]: scaleMonths,
    [`number,${MONTHS}`]: flipped(scaleMonths),
  },
  '/': {
    'number,number': divide,
    [`${DAYS},number`]: (span, number) => daysOf(divide(nanosOf(span), number)),
    [`${MONTHS},number`]: (span, number) => monthsOf(divide(span.months, number)),
    [`${DAYS},${DAYS}`]: (a, b) => divide(nanosOf(a), nanosOf(b)),
    [`${MONTHS},${MONTHS}`]: (a, b) => divide(a.months, b.months),
  },
  '**': { 'number,number': power },
};

/**
 * @param {string} operator
 * @returns {(a: unknown, b: unknown) => unknown} null where the operator is not defined for the operands
 */
export function arithmetic(operator) {
  const operations = OPERATIONS[operator] ?? {};
  return (a, b) => operations[`${kindOf(a)},${kindOf(b)}`]?.(a, b) ?? null;
}

/**
 * Unary minus.
 * @param {any} value
 * @returns {unknown}
 */
export function negateValue(value) {
  switch (kindOf(value)) {
    case 'number':
      return negate(value);
    case DAYS:
      return new DayTimeDuration(-(/** @type {bigint} */ (value.nanos)));
    case MONTHS:
      return new YearMonthDuration(0 - value.months);
    default:
      return null;
  }
}
