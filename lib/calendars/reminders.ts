import { cronOf } from '@/lib/triggers/timer/cron';
import { type Due, timerDue } from '@/lib/triggers/timer/due';
import type { BusinessCalendar } from './calendar';
import { isWorkingDay, workingDue } from './working-time';

const REPEATING = /^R(\d*)\/(?:([^/]+)\/)?(P[^/]+)$/;
/** Times of a cron text that are looked at for one on a working day; and reminders that are made up for at once. */
const MOST = 4_000;

/**
 * When the first reminder is due of a task that opens at `now`, in working time: periods are counted in it, cron is read by
 * the calendar's clock and skips days on which nobody works.
 */
export function firstWorkingReminder(calendar: BusinessCalendar, text: string, now: string): Due {
  const value = text.trim();
  if (/^[-+]?P/.test(value)) return workingDue(calendar, value, now);
  const [, count = '', start, period] = REPEATING.exec(value) ?? [];
  if (period === undefined) return cronDue(calendar, value, now);
  const repeats = count === '' ? null : Number(count) - 1;
  if (repeats !== null && repeats < 0)
    return { ok: false, message: 'A timer that repeats 0 times never fires.' };
  const first = workingDue(calendar, period, now);
  if (!first.ok) return first;
  const begin = start === undefined ? undefined : timerDue('date', start, now);
  if (begin && !begin.ok) return begin;
  return { ok: true, dueAt: begin && begin.dueAt >= now ? begin.dueAt : first.dueAt, repeats };
}

/**
 * The next reminder, counted from when the last one was due; those missed meanwhile are skipped. Null when there are no more.
 * @param reminded how many there were, that one included
 */
export function nextWorkingReminder(
  calendar: BusinessCalendar,
  text: string,
  reminded: number,
  dueAt: string,
  now: string,
): string | null {
  const value = text.trim();
  const [, count = '', , period] = REPEATING.exec(value) ?? [];
  if (/^[-+]?P/.test(value)) return null;
  if (count !== '' && reminded >= Number(count)) return null;
  if (period === undefined) {
    const due = cronDue(calendar, value, now > dueAt ? now : dueAt);
    return due.ok ? due.dueAt : null;
  }
  let last = dueAt;
  for (let missed = 0; missed < MOST; missed += 1) {
    const due = workingDue(calendar, period, last);
    if (!due.ok || due.dueAt <= last) return null;
    if (due.dueAt > now) return due.dueAt;
    last = due.dueAt;
  }
  return null;
}

function cronDue(calendar: BusinessCalendar, text: string, now: string): Due {
  const utc = timerDue('cycle', text, now);
  if (!utc.ok) return utc;
  const cron = cronOf(text, calendar.timeZone);
  let from: Date | null = new Date(now);
  for (let tried = 0; from && tried < MOST; tried += 1) {
    from = cron.nextRun(from);
    if (from && isWorkingDay(calendar, from.getTime()))
      return { ok: true, dueAt: from.toISOString(), repeats: null };
  }
  return { ok: false, message: `“${text}” never comes on a working day.` };
}
