import { DateTime } from 'luxon';

/** A repeating interval of ISO 8601 in its parts. */
export interface Recurrence {
  /** How often it fires; null without end. */
  times: number | null;
  /** The duration between two firings, ISO 8601. */
  period: string;
  /** When it fires first, as written. */
  start?: string;
  /** After this nothing fires any more; RFC 3339 UTC. */
  until?: string;
  /** The zone whose days and months are counted, where the start names one: `Europe/Berlin`. */
  zone?: string;
}

const FORM = /^R(-1|\d*)\/(.+)$/;
const PERIOD = /^P[^/]+$/;

/**
 * The four forms that ISO 8601 has: `R3/PT1H`, `R3/start/PT1H`, `R3/PT1H/end` and `R3/start/end`, the period of the last
 * being from start to end. Zones in brackets belong to the start. Undefined for anything else, cron among it.
 */
export function recurrenceOf(text: string): Recurrence | undefined {
  const [, count = '', rest = ''] = FORM.exec(text.trim()) ?? [];
  if (rest === '') return undefined;
  const times = count === '' || count === '-1' ? null : Number(count);
  const [first = '', second, ...more] = rest.split(/\/(?![^[]*\])/);
  if (more.length > 0) return undefined;
  if (second === undefined) return PERIOD.test(first) ? { times, period: first } : undefined;
  if (PERIOD.test(second)) return { times, period: second, start: first, ...zoneOf(first) };
  const end = DateTime.fromISO(second, { zone: 'utc' });
  if (!end.isValid) return undefined;
  if (PERIOD.test(first)) return { times, period: first, until: new Date(end.toMillis()).toISOString() };
  const ms = end.diff(DateTime.fromISO(first, { zone: 'utc' })).toMillis();
  return ms > 0 ? { times, period: `PT${ms / 1000}S`, start: first } : undefined;
}

function zoneOf(start: string): { zone?: string } {
  const [, zone] = /\[([^\]]+)\]$/.exec(start) ?? [];
  return zone === undefined || !DateTime.utc().setZone(zone).isValid ? {} : { zone };
}
