// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.

/** Years FEEL can count (XML Schema 1.1 allows any; the bound keeps arithmetic exact). */
export const MAX_YEAR = 999_999_999;
export const NANOS_PER_SECOND = 1_000_000_000n;
export const SECONDS_PER_DAY = 86_400;
export const NANOS_PER_DAY = 86_400n * NANOS_PER_SECOND;

/** @param {number} year of the proleptic Gregorian calendar; year 0 exists */
export const isLeapYear = (year) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * @param {number} year
 * @param {number} month 1 to 12
 */
export const daysInMonth = (year, month) =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/**
 * Days since 1970-01-01. Counts in eras of 400 years with years that begin in March, so that the leap day is last.
 * @param {number} year
 * @param {number} month 1 to 12
 * @param {number} day
 */
export function daysOfDate(year, month, day) {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The inverse of {@link daysOfDate}.
 * @param {number} days
 * @returns {{ year: number, month: number, day: number }}
 */
export function dateOfDays(days) {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/**
 * The day of the week as ISO 8601 counts it.
 * @param {number} days since 1970-01-01, a Thursday
 * @returns {number} 1 for Monday to 7 for Sunday
 */
export const weekdayOfDays = (days) => ((((days + 3) % 7) + 7) % 7) + 1;

/**
 * @param {bigint} value
 * @param {bigint} divisor
 */
export function floorDivide(value, divisor) {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}
