/** Exponential back-off with full jitter (each wait is random between 0 and the ceiling of its attempt). */
export interface Backoff {
  baseMs: number;
  capMs: number;
  /** From 0 to below 1; given by tests. */
  random: () => number;
}

export const DEFAULT_BACKOFF: Backoff = { baseMs: 1_000, capMs: 300_000, random: Math.random };

/** How long to wait after the `attempt`-th failure, in milliseconds; at least 1. `attempt` counts from 1. */
export function backoffMs(attempt: number, backoff: Backoff = DEFAULT_BACKOFF): number {
  const ceiling = Math.min(backoff.capMs, backoff.baseMs * 2 ** Math.min(attempt - 1, 30));
  return Math.max(1, Math.round(backoff.random() * ceiling));
}

/**
 * When failed work is tried again, RFC 3339; undefined when no retry is left. `retries` is the number of attempts
 * that may be made in all, as Zeebe counts them. `retryAfterMs` is what the called service asked for.
 */
export function retryAt(
  now: string,
  attempt: number,
  retries: number,
  retryAfterMs?: number,
  backoff: Backoff = DEFAULT_BACKOFF,
): string | undefined {
  if (attempt >= retries) return undefined;
  return new Date(Date.parse(now) + (retryAfterMs ?? backoffMs(attempt, backoff))).toISOString();
}
