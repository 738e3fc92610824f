import { Duration } from 'luxon';
import { z } from 'zod';

const DAY_MS = 86_400_000;
/** A message is kept for a receiver at most so long, in milliseconds. */
const LONGEST_MS = 30 * DAY_MS;

export const name = z.string().trim().min(1, 'Say which message or signal.').max(200);

/** Texts, numbers and truth values are compared as text, as processes evaluate them. */
export const correlationKey = z
  .union([z.string().min(1).max(500), z.number(), z.boolean()])
  .transform(String)
  .nullable();

/** Milliseconds, or ISO 8601 as in a model. */
export const timeToLive = z
  .union([z.number(), z.string().max(100).transform(durationMs)])
  .pipe(
    z
      .number('Write milliseconds, or a duration such as PT1H.')
      .int()
      .min(0, 'A message can not expire before it is sent.')
      .max(LONGEST_MS, 'A message is kept for 30 days at most.'),
  );

function durationMs(text: string): number {
  const duration = Duration.fromISO(text);
  return duration.isValid ? Math.round(duration.toMillis()) : Number.NaN;
}
