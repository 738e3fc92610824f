import { Duration } from 'luxon';

/** Milliseconds of an ISO 8601 duration such as `PT30S`; undefined when it isn't one or has months or years. */
export function durationMs(text: string): number | undefined {
  const duration = Duration.fromISO(text.trim());
  if (!duration.isValid || duration.years || duration.months || duration.quarters) return undefined;
  const ms = duration.toMillis();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
