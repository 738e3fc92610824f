import type { Json } from '../core/json';
import type { Expression } from '../core/model';
import type { Trigger } from '../core/triggers';

type Timer = Extract<Trigger, { type: 'timer' }>;

/**
 * A timer for processes built in tests: `PT1H`, `PT20M`, `PT5S`, a date, or a cycle such as `R3/PT30M`. The product's own
 * timers, with calendars and cron, are compiled elsewhere.
 */
export const timerTrigger = (kind: string, value: Expression): Timer => ({
  type: 'timer',
  first(step, label) {
    const text = step.evaluate(value, 'The timer');
    const read = typeof text === 'string' ? parse(kind, text) : null;
    if (read === null) return step.raiseIncident('evaluation', `The timer of ${label} can't be read.`);
    if ('at' in read) return { dueAt: read.at };
    const dueAt = later(step.now, read.ms);
    return read.left === undefined ? { dueAt } : { dueAt, data: { ms: read.ms, left: read.left } };
  },
  next(data, dueAt, now) {
    const cycle = data as { ms: number; left: number } | undefined;
    if (!cycle || cycle.left === 0) return null;
    let at = later(dueAt, cycle.ms);
    while (at <= now) at = later(at, cycle.ms);
    const left: Json = { ms: cycle.ms, left: cycle.left - 1 };
    return { dueAt: at, data: left };
  },
});

const later = (from: string, ms: number): string => new Date(Date.parse(from) + ms).toISOString();

function parse(kind: string, text: string): { at: string } | { ms: number; left?: number } | null {
  if (kind === 'date') return Number.isNaN(Date.parse(text)) ? null : { at: new Date(text).toISOString() };
  const [, count, hours, minutes, seconds] =
    /^(?:R(\d+)\/)?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  if ((hours ?? minutes ?? seconds) === undefined) return null;
  const ms = (Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1_000;
  return count === undefined ? { ms } : { ms, left: Number(count) - 1 };
}
