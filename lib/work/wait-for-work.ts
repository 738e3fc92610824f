import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClaimedWork, ClaimRequest } from '@/engine/host/ports';
import { getRuntime } from '@/lib/runtime';

/** Every commit is a reason to look, but not more often than this. */
const PAUSE_MS = 50;
/** Nothing is committed when a retry becomes due or a lease runs out. */
const LOOK_ANYWAY_MS = 1_000;

/**
 * Leases work as soon as there is some, at most `waitMs` from now; empty when there was none.
 * @param gone aborts when whoever asks has gone away: nothing is leased for them any more
 */
export async function waitForWork(
  request: ClaimRequest,
  waitMs: number,
  gone?: AbortSignal,
): Promise<ClaimedWork[]> {
  const { store } = getRuntime();
  if (waitMs <= 0) return store.claimWork(request);
  const over = AbortSignal.any([AbortSignal.timeout(waitMs), ...(gone ? [gone] : [])]);
  let wake: () => void = () => undefined;
  over.addEventListener('abort', () => wake());
  const unsubscribe = store.signals.subscribe(() => wake());
  try {
    while (!gone?.aborted) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const claimed = await store.claimWork(request);
      if (claimed.length > 0 || over.aborted) return claimed;
      const anyway = setTimeout(wake, LOOK_ANYWAY_MS);
      await changed;
      clearTimeout(anyway);
      await pause(PAUSE_MS);
    }
    return [];
  } finally {
    unsubscribe();
  }
}
