import { EngineBusyError } from '../batcher';
import { DeliveryError } from './refusals';

/** Refusals after which a row is set aside. */
export const MAX_FAILURES = 5;
/** Attempts that ended in anything else, as when the database goes away again and again. */
export const MAX_ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 60_000;

export interface Verdict {
  /** It won't be tried again. */
  over: boolean;
  /** Not its own failure: it isn't counted. */
  uncounted: boolean;
  message: string;
}

/** What becomes of a row that was claimed `claims` times when the last attempt ended so. */
export function gaveUp(claims: number, error: unknown): Verdict {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof EngineBusyError) return { over: false, uncounted: true, message };
  const limit = error instanceof DeliveryError ? MAX_FAILURES : MAX_ATTEMPTS;
  return { over: claims >= limit, uncounted: false, message };
}

/** Milliseconds until the next attempt. */
export const pauseAfter = (claims: number, firstMs: number): number =>
  Math.min(firstMs * 2 ** Math.max(0, claims - 1), LONGEST_PAUSE_MS);
