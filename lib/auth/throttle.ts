import 'server-only';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { pool } from '@/lib/db/pool';
import { AppError } from '@/lib/errors/app-error';

/** Attempts allowed in a window, shared by all processes through the database. */
const LIMITS = {
  'sign-in-account': { points: 10, duration: 15 * 60 },
  'sign-in-address': { points: 50, duration: 15 * 60 },
  /** A password that is asked for once more, by person. */
  'step-up': { points: 5, duration: 15 * 60 },
  /** Being sent to the identity provider, by person. */
  'step-up-provider': { points: 20, duration: 15 * 60 },
  setup: { points: 20, duration: 15 * 60 },
  /** Each is a call to a model that costs money. */
  'ai-test-run': { points: 30, duration: 5 * 60 },
  /** Nobody says so much about a drawing; a program that runs wild does. */
  comments: { points: 60, duration: 5 * 60 },
} as const;

/** The same where each server process counts for itself: writing a row would cost more than what is counted. */
const LIMITS_HERE = {
  /** Ten windows of a person, one of which is drawn in, give fewer than seventy. */
  presence: { points: 100, duration: 10 },
} as const;

type Limited = keyof typeof LIMITS | keyof typeof LIMITS_HERE;

const made = new Map<Limited, RateLimiterAbstract>();

const inDatabase = (name: keyof typeof LIMITS): RateLimiterAbstract =>
  new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    clearExpiredByTimeout: false,
    ...LIMITS[name],
  });

function limiter(name: Limited): RateLimiterAbstract {
  const existing = made.get(name);
  if (existing) return existing;
  const created = name === 'presence' ? new RateLimiterMemory(LIMITS_HERE[name]) : inDatabase(name);
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
 * @param key account, person or network address
 */
export async function throttle(name: Limited, key: string): Promise<void> {
  try {
    await limiter(name).consume(keyOf(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError({
      status: 429,
      code: 'too-many-attempts',
      userMessage: `Too many attempts. Wait ${waiting(seconds)} and try again.`,
      retryAfterSeconds: seconds,
    });
  }
}

function waiting(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
