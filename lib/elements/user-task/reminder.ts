import { type Due, timerDue } from '@/lib/triggers/timer/due';
import { cycleOf, nextDue } from '@/lib/triggers/timer/schedule';

/** A duration reminds once; a repetition such as `R3/PT24H` three times; `R/P1D` and cron until the task is over. */
const isOnce = (text: string): boolean => /^[-+]?P/.test(text.trim());

/** When the first reminder of a task is due that opens at `now`. Times are UTC. */
export const firstReminder = (text: string, now: string): Due =>
  timerDue(isOnce(text) ? 'duration' : 'cycle', text, now);

/**
 * When the next reminder is due, counted from when the last one was; null when there are no more.
 * @param reminded how many there were, that one included
 */
export function nextReminder(text: string, reminded: number, dueAt: string, now: string): string | null {
  const due = firstReminder(text, now);
  if (isOnce(text) || !due.ok) return null;
  const left = due.repeats === null ? null : due.repeats - (reminded - 1);
  return nextDue(cycleOf(text, left), dueAt, now)?.dueAt ?? null;
}
