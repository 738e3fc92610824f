import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDays, daysOfDate, weekdayOfDays } from './values/calendar.mjs';
import { parseDate, parseDateTime, parseDuration } from './values/parse-temporal.mjs';
import { shiftNanos } from './values/shift.mjs';
import { DayTimeDuration } from './values/temporal.mjs';

const RUNS = 2_000;
const date = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('the calendar', () => {
  it('counts days as JavaScript does where JavaScript can', () => {
    fc.assert(
      fc.property(date, (at) => {
        const days = Math.floor(at.getTime() / 86_400_000);
        expect(daysOfDate(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate())).toBe(days);
        expect(weekdayOfDays(days) % 7).toBe(at.getUTCDay());
      }),
      { numRuns: RUNS },
    );
  });

  it('finds the date of a day again, in a thousand million years, too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -365_000_000_000, max: 365_000_000_000 }), (days) => {
        const { year, month, day } = dateOfDays(days);
        expect(daysOfDate(year, month, day)).toBe(days);
      }),
      { numRuns: RUNS },
    );
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(date, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (at, nanos) => {
        const text = at.toISOString().slice(0, 19);
        const read = parseDateTime(text);
        expect(String(read)).toBe(text);
        expect(String(parseDate(text.slice(0, 10)))).toBe(text.slice(0, 10));
        const duration = new DayTimeDuration(nanos);
        expect(parseDuration(String(duration))).toEqual(duration);
        const there = read && shiftNanos(read, nanos);
        expect(String(there && shiftNanos(there, -nanos))).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});
