import { DateTime, Duration } from 'luxon';
import type { Due } from '@/lib/triggers/timer/due';
import { type BusinessCalendar, minutesOf, WEEKDAYS } from './calendar';

/** Working time of one stretch, epoch ms. */
interface Span {
  open: number;
  close: number;
}

/** Days looked through before it is said that nobody works: twenty years. */
const HORIZON = 7_320;

/** A day of the calendar's zone; what it is by the clock there. */
const dayOf = ({ timeZone }: BusinessCalendar, at: number): DateTime =>
  DateTime.fromMillis(at, { zone: timeZone }).startOf('day');

/** The working time of a day, in order; none on holidays. A clock that is put forward shortens it, one put back lengthens it. */
function spansOn(calendar: BusinessCalendar, day: DateTime, holidays: ReadonlySet<string>): Span[] {
  if (holidays.has(day.toISODate() ?? '')) return [];
  const weekday = WEEKDAYS[day.weekday - 1] ?? 'monday';
  return calendar.hours[weekday]
    .map(({ from, to }) => ({ open: atClock(day, minutesOf(from)), close: atClock(day, minutesOf(to)) }))
    .filter(({ open, close }) => open < close);
}

/** By the clock, not by the hours since midnight: those differ on days on which clocks are changed. */
const atClock = (day: DateTime, minutes: number): number =>
  (minutes === 1440
    ? day.plus({ days: 1 })
    : day.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  ).toMillis();

const holidaysOf = ({ holidays }: BusinessCalendar): ReadonlySet<string> =>
  new Set(holidays.map(({ date }) => date));

/** Whether people work some time on the day of a moment, by the calendar's clock. */
export const isWorkingDay = (calendar: BusinessCalendar, at: number): boolean =>
  spansOn(calendar, dayOf(calendar, at), holidaysOf(calendar)).length > 0;

/** The moment at which so many milliseconds of working time have passed; null when nobody works that long. */
function plusTime(calendar: BusinessCalendar, from: number, ms: number): number | null {
  const holidays = holidaysOf(calendar);
  let left = ms;
  let day = dayOf(calendar, from);
  for (let days = 0; days < HORIZON; days += 1, day = day.plus({ days: 1 }))
    for (const span of spansOn(calendar, day, holidays)) {
      const open = Math.max(span.open, from);
      if (open >= span.close) continue;
      if (left <= span.close - open) return open + left;
      left -= span.close - open;
    }
  return null;
}

/**
 * The same time by the clock so many working days later; within the hours of that day where they differ. It begins with the
 * next moment at which people work.
 */
function plusDays(calendar: BusinessCalendar, from: number, count: number): number | null {
  const begin = plusTime(calendar, from, 0);
  if (begin === null) return null;
  const clock = DateTime.fromMillis(begin, { zone: calendar.timeZone });
  const holidays = holidaysOf(calendar);
  let day = dayOf(calendar, begin);
  let left = count;
  for (let days = 0; days < HORIZON; days += 1) {
    const spans = spansOn(calendar, day, holidays);
    if (spans.length > 0 && left === 0)
      return within(
        spans,
        day
          .set({
            hour: clock.hour,
            minute: clock.minute,
            second: clock.second,
            millisecond: clock.millisecond,
          })
          .toMillis(),
      );
    day = day.plus({ days: 1 });
    if (spansOn(calendar, day, holidays).length > 0) left -= 1;
  }
  return null;
}

/** A moment of a day, or the next in its working time, or the end of it. */
function within(spans: readonly Span[], at: number): number {
  for (const { open, close } of spans) if (at <= close) return Math.max(at, open);
  return spans.at(-1)?.close ?? at;
}

/**
 * When a duration of working time is over that begins at `now` (RFC 3339): days are working days, hours and minutes working
 * time, days first. Weeks, months and years can't be counted in working time.
 */
export function workingDue(calendar: BusinessCalendar, text: string, now: string): Due {
  const duration = Duration.fromISO(text.trim());
  if (!duration.isValid || text.trim().startsWith('-'))
    return fail(`“${text}” is not a duration such as PT4H or P2D.`);
  if (duration.years || duration.quarters || duration.months || duration.weeks)
    return fail(`“${text}” can't be counted in working time: write working days (P5D) or hours (PT40H).`);
  const { days = 0, ...time } = duration.toObject();
  if (!Number.isInteger(days)) return fail('Working days are whole days.');
  const start = Date.parse(now);
  const later = days > 0 ? plusDays(calendar, start, days) : start;
  const rest = Duration.fromObject(time).toMillis();
  const due = later === null ? null : days > 0 && rest === 0 ? later : plusTime(calendar, later, rest);
  if (due === null) return fail(`Nobody works that long by the calendar “${calendar.name}”.`);
  return { ok: true, dueAt: new Date(due).toISOString(), repeats: 0 };
}

const fail = (message: string): Due => ({ ok: false, message });
