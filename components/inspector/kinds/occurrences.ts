import type { BusinessCalendar } from '@/lib/calendars/calendar';
import { firstWorkingReminder, nextWorkingReminder } from '@/lib/calendars/reminders';
import type { TimerView } from '@/lib/triggers/timer/bpmn';
import { timerDue } from '@/lib/triggers/timer/due';
import { type Cycle, cycleOf, nextDue } from '@/lib/triggers/timer/schedule';

/** When a timer fires, or why it can't. */
export type Occurrences =
  | {
      ok: true;
      times: string[];
      /** More follow. */
      more: boolean;
      /** Its moment is over: it fires at once. */
      past: boolean;
    }
  | { ok: false; message: string };

/**
 * The first `most` times a timer fires that begins at `now` (RFC 3339 UTC), as the engine counts them; in working time where
 * a calendar is given.
 */
export function occurrences(
  { kind, value }: TimerView,
  now: string,
  most = 3,
  calendar?: BusinessCalendar,
): Occurrences {
  if (calendar && kind !== 'date') return workingOccurrences(calendar, value, now, most);
  const first = timerDue(kind, value, now);
  if (!first.ok) return first;
  const times = [first.dueAt];
  let cycle: Cycle | null = kind === 'cycle' ? cycleOf(value, first.repeats, first.dueAt) : null;
  for (let last = first.dueAt; cycle && times.length < most; ) {
    const next = nextDue(cycle, last, last);
    cycle = next?.data ?? null;
    if (next) times.push(next.dueAt);
    last = next?.dueAt ?? last;
  }
  return { ok: true, times, more: cycle !== null && cycle.left !== 0, past: first.dueAt < now };
}

function workingOccurrences(
  calendar: BusinessCalendar,
  value: string,
  now: string,
  most: number,
): Occurrences {
  const first = firstWorkingReminder(calendar, value, now);
  if (!first.ok) return first;
  const times = [first.dueAt];
  const after = (last: string) => nextWorkingReminder(calendar, value, times.length, last, last);
  let next = after(first.dueAt);
  while (next && times.length < most) {
    times.push(next);
    next = after(next);
  }
  return { ok: true, times, more: next !== null, past: first.dueAt < now };
}
