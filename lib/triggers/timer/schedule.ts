import { DateTime, Duration } from 'luxon';
import type { Json, JsonObject } from '@/engine/core/json';
import type { TimerStep } from '@/engine/core/triggers';
import type { TimerConfig } from './config';
import { cronOf } from './cron';
import { timerDue } from './due';
import { recurrenceOf } from './recurrence';

/** A cycle in progress: its period or cron text; `left` counts the firings after this one, null without end. */
export interface Cycle extends JsonObject {
  text: string;
  left: number | null;
}

/** What a cycle may say beside: after when nothing fires, whose days it counts, and from which firing on. */
interface Told {
  until?: string;
  zone?: string;
  from?: string;
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
  return { dueAt: due.dueAt, cycle: cycleOf(value, due.repeats, due.dueAt) };
}

/**
 * A cycle from its text as it is before the first firing.
 * @param left firings after the next one; null without end
 * @param first when it fires first: months are counted from there, so that the 31st doesn't become the 28th for good
 */
export function cycleOf(value: string, left: number | null, first?: string): Cycle {
  const recurrence = recurrenceOf(value);
  if (!recurrence) return { text: value.trim(), left };
  const { period, until, zone } = recurrence;
  const cycle: Cycle = { text: period, left };
  if (first !== undefined && !isExact(Duration.fromISO(period))) cycle.from = first;
  if (until !== undefined) cycle.until = until;
  if (zone !== undefined) cycle.zone = zone;
  return cycle;
}

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
  const { until, zone = 'utc', from = dueAt } = data as Told;
  const next = text.startsWith('P')
    ? nextPeriod(text, DateTime.fromISO(from, { zone }), now > dueAt ? now : dueAt)
    : (cronOf(text).nextRun(new Date(now))?.toISOString() ?? null);
  const left = data.left === null ? null : data.left - 1;
  return next === null || (until !== undefined && next > until)
    ? null
    : { dueAt: next, data: { ...data, left } };
}

function nextPeriod(period: string, from: DateTime, after: string): string | null {
  const length = Duration.fromISO(period);
  if (from.plus(length) <= from) return null;
  const passed = Date.parse(after) - from.toMillis();
  const next = from.plus(times(length, occurrences(length, from, passed)));
  return next.year <= 9999 ? new Date(next.toMillis()).toISOString() : null;
}

/** How many periods lead past `passed` milliseconds, at least one. */
function occurrences(length: Duration, from: DateTime, passed: number): number {
  const count = Math.max(1, Math.floor(passed / (length.toMillis() * (isExact(length) ? 1 : LONGEST))) - 1);
  // months and years differ in length, and days where clocks are changed: from an estimate that is never too high, one by one
  let found = count;
  while (from.plus(times(length, found)).diff(from).toMillis() <= passed) found += 1;
  return found;
}

const isExact = ({ years, quarters, months }: Duration): boolean => !years && !quarters && !months;

/** A month has at most 31 days where a nominal one has 30; a year, 366 instead of 365, differs less. */
const LONGEST = 31 / 30;

const times = (length: Duration, factor: number): Duration => length.mapUnits((unit) => unit * factor);

const isCycle = (data: Json | undefined): data is Cycle =>
  typeof data === 'object' && data !== null && !Array.isArray(data) && typeof data.text === 'string';
