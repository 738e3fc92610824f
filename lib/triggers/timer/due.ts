import { DateTime, Duration } from 'luxon';
import type { TimerConfig } from './config';
import { cronOf } from './cron';
import { recurrenceOf } from './recurrence';

export type Due =
  /** `repeats`: firings left after this one; null without end. */
  { ok: true; dueAt: string; repeats: number | null } | { ok: false; message: string };

/**
 * When a timer fires that is set at `now` (RFC 3339). Times are UTC: a date without offset is UTC, months and years
 * are calendar months and years. A cycle is `R3/PT1H`, `R/2026-01-01T00:00Z/P1D` or cron with 5 or 6 fields.
 */
export function timerDue(kind: TimerConfig['kind'], text: string, now: string): Due {
  const value = text.trim();
  if (value === '') return fail('The timer has no value.');
  if (kind === 'date') return dateDue(value);
  if (kind === 'duration') return durationDue(value, now);
  return cycleDue(value, now);
}

function dateDue(value: string): Due {
  const date = DateTime.fromISO(value, { zone: 'utc' });
  return date.isValid
    ? due(date, 0)
    : fail(`“${value}” is not a date and time such as 2026-11-20T14:00:00Z.`);
}

function durationDue(value: string, now: string, repeats: number | null = 0, zone = 'utc'): Due {
  const duration = Duration.fromISO(value);
  if (!duration.isValid) return fail(`“${value}” is not a duration such as PT4H or P2D.`);
  const from = DateTime.fromISO(now, { zone });
  const at = from.plus(duration);
  return at < from ? fail('The timer can’t go back in time.') : due(at, repeats);
}

function cycleDue(value: string, now: string): Due {
  const recurrence = recurrenceOf(value);
  if (!recurrence) return cronDue(value, now);
  const { times, period, start, until, zone } = recurrence;
  const repeats = times === null ? null : times - 1;
  if (repeats !== null && repeats < 0) return fail('A timer that repeats 0 times never fires.');
  const check = durationDue(period, now, repeats, zone);
  const first = start === undefined ? check : dateDue(start);
  if (!check.ok || !first.ok) return check.ok ? first : check;
  const due = first.dueAt >= now ? { ...first, repeats } : check;
  if (until !== undefined && due.dueAt > until) return fail(`“${value}” ends before it fires.`);
  return due;
}

function cronDue(value: string, now: string): Due {
  try {
    const next = cronOf(value).nextRun(new Date(now));
    if (next) return { ok: true, dueAt: next.toISOString(), repeats: null };
    return fail(`“${value}” never comes.`);
  } catch {
    return fail(
      `“${value}” is neither a repetition such as R3/PT1H nor a cron expression such as 0 9 * * 1-5.`,
    );
  }
}

function due(at: DateTime, repeats: number | null): Due {
  const utc = at.toUTC();
  // RFC 3339 has four digits for the year
  if (!utc.isValid || utc.year > 9999 || utc.year < 1) return fail('The timer is too far away.');
  return { ok: true, dueAt: new Date(utc.toMillis()).toISOString(), repeats };
}

const fail = (message: string): Due => ({ ok: false, message });
