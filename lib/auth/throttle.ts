import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '@/lib/db/pool';
import { AppError } from '@/lib/errors/app-error';

/** Attempts allowed in a window, shared by all processes through the database. */
const LIMITS = {
  'sign-in-account': { points: 10, duration: 15 * 60 },
  'sign-in-address': { points: 50, duration: 15 * 60 },
  setup: { points: 20, duration: 15 * 60 },
  /** Each is a call to a model that costs money. */
  'ai-test-run': { points: 30, duration: 5 * 60 },
  /** Nobody says so much about a drawing; a program that runs wild does. */
  comments: { points: 60, duration: 5 * 60 },
} as const;

const made = new Map<string, RateLimiterPostgres>();

function limiter(name: keyof typeof LIMITS): RateLimiterPostgres {
  const existing = made.get(name);
  if (existing) return existing;
  const created = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    clearExpiredByTimeout: false,
    ...LIMITS[name],
  });
  made.set(name, created);
  return created;
}

const keyOf = (key: string): string => key.toLowerCase().slice(0, 200);

/** A right password ends the count of its account: only failures in a row lock somebody out. */
export async function forgetAttempts(name: keyof typeof LIMITS, key: string): Promise<void> {
  await limiter(name).delete(keyOf(key));
}

/**
 * Counts one attempt and throws 429 with `Retry-After` when there were too many.
 * @param key account or network address
 */
export async function throttle(name: keyof typeof LIMITS, key: string): Promise<void> {
  try {
    await limiter(name).consume(keyOf(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError({
      status: 429,
      code: 'too-many-attempts',
      userMessage: `Too many attempts. Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
      retryAfterSeconds: seconds,
    });
  }
}
