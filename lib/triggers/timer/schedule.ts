import { Cron } from 'croner';
import { DateTime, Duration } from 'luxon';
import type { Json, JsonObject } from '@/engine/core/json';
import type { TimerStep } from '@/engine/core/triggers';
import type { TimerConfig } from './config';
import { timerDue } from './due';

/** A cycle in progress: its period or cron text; `left` counts the firings after this one, null without end. */
export interface Cycle extends JsonObject {
  text: string;
  left: number | null;
}

/**
 * When a timer fires first, RFC 3339 UTC with milliseconds. Abandons the phase when no clock understands it.
 * @param label what its event is called in an incident, in quotation marks
 */
export function firstDue(
  step: TimerStep,
  timer: TimerConfig,
  label: string,
): { dueAt: string; cycle?: Cycle } {
  const value = step.evaluate(timer.value, 'The timer');
  const where = `The timer of ${label} can't be read:`;
  if (typeof value !== 'string')
    return step.raiseIncident('evaluation', `${where} ${JSON.stringify(value).slice(0, 80)} is not a text.`);
  const due = timerDue(timer.kind, value, step.now);
  if (!due.ok) return step.raiseIncident('evaluation', `${where} ${due.message}`);
  if (timer.kind !== 'cycle') return { dueAt: due.dueAt };
  return { dueAt: due.dueAt, cycle: cycleOf(value, due.repeats) };
}

/** A cycle from its text as it is before the first firing. @param left firings after the next one; null without end */
export const cycleOf = (value: string, left: number | null): Cycle => ({ text: periodOf(value), left });

/** The part of a cycle that says when it comes next: `PT1H` of `R3/2026-01-01T00:00Z/PT1H`, or the cron text. */
const periodOf = (value: string): string => value.trim().replace(/^R\d*\/(?:[^/]+\/)?(?=P)/, '');

/**
 * The next firing of a cycle, counted from the last due time, not from when that one fired. Firings missed while
 * nothing ran are skipped: the next one lies after `now`. Null when the cycle is over.
 */
export function nextDue(
  data: Json | undefined,
  dueAt: string,
  now: string,
): { dueAt: string; data: Cycle } | null {
  if (!isCycle(data) || data.left === 0) return null;
  const { text } = data;
  const next = text.startsWith('P') ? nextPeriod(text, dueAt, now) : nextCron(text, now);
  const left = data.left === null ? null : data.left - 1;
  return next === null ? null : { dueAt: next, data: { text, left } };
}

function nextPeriod(period: string, dueAt: string, now: string): string | null {
  const length = Duration.fromISO(period);
  const last = DateTime.fromISO(dueAt, { zone: 'utc' });
  if (last.plus(length) <= last) return null;
  const passed = Date.parse(now) - last.toMillis();
  const next = last.plus(times(length, occurrences(length, last, passed)));
  return next.year <= 9999 ? new Date(next.toMillis()).toISOString() : null;
}

/** How many periods lead past `passed` milliseconds, at least one. */
function occurrences(length: Duration, last: DateTime, passed: number): number {
  const exact = !length.years && !length.quarters && !length.months;
  const count = Math.max(1, Math.floor(passed / (length.toMillis() * (exact ? 1 : LONGEST))));
  // months and years differ in length: from an estimate that is never too high, one by one
  let found = count;
  while (last.plus(times(length, found)).diff(last).toMillis() <= passed) found += 1;
  return found;
}

/** A month has at most 31 days where a nominal one has 30; a year, 366 instead of 365, differs less. */
const LONGEST = 31 / 30;

const times = (length: Duration, factor: number): Duration => length.mapUnits((unit) => unit * factor);

function nextCron(text: string, now: string): string | null {
  return new Cron(text, { timezone: 'UTC', mode: 'auto' }).nextRun(new Date(now))?.toISOString() ?? null;
}

const isCycle = (data: Json | undefined): data is Cycle =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && typeof data.text === 'string';
