import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusinessCalendar, calendarSchema, STANDARD, WEEKDAYS } from './calendar';
import { workingDue } from './working-time';

const BERLIN: BusinessCalendar = {
  ...STANDARD,
  timeZone: 'Europe/Berlin',
  hours: {
    ...STANDARD.hours,
    friday: [{ from: '09:00', to: '14:00' }],
    tuesday: [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ],
  },
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day' },
    { date: '2027-01-01', name: 'New Year' },
  ],
};
const ALWAYS: BusinessCalendar = {
  ...BERLIN,
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '00:00', to: '24:00' }]])) as never,
  holidays: [],
};
const NIGHT: BusinessCalendar = {
  ...ALWAYS,
  hours: Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '01:00', to: '04:00' }]])) as never,
};

const due = (calendar: BusinessCalendar, text: string, now: string) => {
  const found = workingDue(calendar, text, now);
  return found.ok ? found.dueAt.replace(':00.000Z', 'Z') : found.message;
};

describe('working time', () => {
  it.each([
    ['within a day', 'PT4H', '2026-11-30T08:00Z', '2026-11-30T12:00Z'],
    ['from before opening', 'PT1H', '2026-11-30T03:00Z', '2026-11-30T09:00Z'],
    ['to the very end of a day', 'PT8H', '2026-11-30T08:00Z', '2026-11-30T16:00Z'],
    ['over an evening', 'PT4H', '2026-11-30T14:00Z', '2026-12-01T10:00Z'],
    ['over a lunch', 'PT4H', '2026-12-01T08:00Z', '2026-12-01T13:00Z'],
    ['over a weekend, from a short Friday', 'PT4H', '2026-11-27T11:00Z', '2026-11-30T10:00Z'],
    ['from a Sunday', 'PT30M', '2026-11-29T18:00Z', '2026-11-30T08:30Z'],
    ['over a holiday', 'PT4H', '2026-12-24T14:00Z', '2026-12-28T10:00Z'],
    ['nothing at all', 'PT0S', '2026-11-29T18:00Z', '2026-11-30T08:00Z'],
    ['two days', 'P2D', '2026-11-30T10:00Z', '2026-12-02T10:00Z'],
    ['days over a weekend', 'P2D', '2026-11-27T10:00Z', '2026-12-01T10:00Z'],
    ['days over a holiday', 'P1D', '2026-12-24T10:00Z', '2026-12-28T10:00Z'],
    ['a day to a day that closes early', 'P1D', '2026-11-26T15:00Z', '2026-11-27T13:00Z'],
    ['a day into a lunch', 'P1D', '2026-11-30T11:30Z', '2026-12-01T12:00Z'],
    ['days and hours, days first', 'P1DT2H', '2026-11-26T12:00Z', '2026-11-30T09:00Z'],
    ['days from a Saturday, which begin on Monday', 'P1D', '2026-11-28T10:00Z', '2026-12-01T08:00Z'],
  ])('%s', (_name, text, now, expected) => expect(due(BERLIN, text, now)).toBe(expected));

  it.each([
    // 29 March 2026, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00
    ['hours before clocks go forward', ALWAYS, 'PT24H', '2026-03-28T11:00Z', '2026-03-29T11:00Z'],
    ['a day over it keeps the clock', ALWAYS, 'P1D', '2026-03-28T11:00Z', '2026-03-29T10:00Z'],
    ['a night that lost an hour', NIGHT, 'PT3H', '2026-03-29T00:00Z', '2026-03-30T00:00Z'],
    ['a night that gained one', NIGHT, 'PT4H', '2026-10-24T23:00Z', '2026-10-25T03:00Z'],
    ['an office after the change', BERLIN, 'PT2H', '2026-03-27T12:00Z', '2026-03-30T08:00Z'],
    ['days over the change back', BERLIN, 'P1D', '2026-10-23T10:00Z', '2026-10-26T11:00Z'],
  ])('%s', (_name, calendar, text, now, expected) => expect(due(calendar, text, now)).toBe(expected));

  it.each([
    ['P1W', /write working days/],
    ['P1M', /working time/],
    ['-PT1H', /not a duration/],
    ['soon', /not a duration/],
    ['P0.5D', /whole days/],
    ['PT999999H', /Nobody works that long/],
  ])('refuses %s', (text, why) => expect(due(BERLIN, text, '2026-11-30T08:00Z')).toMatch(why));
});

const calendars = fc.constantFrom(BERLIN, ALWAYS, NIGHT, STANDARD, {
  ...BERLIN,
  timeZone: 'America/New_York',
});
const moments = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString());
const minutes = fc.integer({ min: 0, max: 60 * 100 });

const at = (calendar: BusinessCalendar, text: string, now: string): string => {
  const found = workingDue(calendar, text, now);
  if (!found.ok) throw new Error(found.message);
  return found.dueAt;
};

describe('laws of working time', () => {
  it('so much and then more is all of it', () =>
    fc.assert(
      fc.property(calendars, moments, minutes, minutes, (calendar, now, a, b) => {
        expect(at(calendar, `PT${b}M`, at(calendar, `PT${a}M`, now))).toBe(at(calendar, `PT${a + b}M`, now));
      }),
    ));

  it('a later beginning never ends earlier', () =>
    fc.assert(
      fc.property(calendars, moments, moments, minutes, (calendar, x, y, length) => {
        const [first, second] = [x, y].sort() as [string, string];
        for (const text of [`PT${length}M`, `P${length % 9}D`])
          expect(at(calendar, text, first) <= at(calendar, text, second)).toBe(true);
      }),
    ));

  it('is never over before it began, nor outside working time', () =>
    fc.assert(
      fc.property(calendars, moments, minutes, (calendar, now, length) => {
        const end = at(calendar, `PT${length}M`, now);
        expect(end >= now).toBe(true);
        // the end of a span is working time; a moment before it, somebody works
        const before = new Date(Date.parse(end) - 60_000).toISOString();
        if (length > 0) expect(at(calendar, 'PT1M', before)).toBe(end);
      }),
    ));
});

describe('a calendar', () => {
  it.each([
    ['an unknown zone', { timeZone: 'Europe/Atlantis' }],
    [
      'a week without work',
      { hours: { ...STANDARD.hours, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] } },
    ],
    [
      'hours that end before they begin',
      { hours: { ...STANDARD.hours, monday: [{ from: '17:00', to: '09:00' }] } },
    ],
    [
      'hours that overlap',
      {
        hours: {
          ...STANDARD.hours,
          monday: [
            { from: '09:00', to: '12:00' },
            { from: '11:00', to: '13:00' },
          ],
        },
      },
    ],
    ['a day that there isn’t', { holidays: [{ date: '2026-02-30', name: '' }] }],
    ['25 o’clock', { hours: { ...STANDARD.hours, monday: [{ from: '09:00', to: '25:00' }] } }],
  ])('refuses %s', (_name, change) =>
    expect(calendarSchema.safeParse({ ...STANDARD, ...change }).success).toBe(false),
  );
  it('takes the standard week', () => expect(calendarSchema.parse(STANDARD)).toEqual(STANDARD));
});
