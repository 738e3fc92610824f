import 'server-only';
import type { InstanceState } from '@/engine/core/state';
import { getRuntime } from '@/lib/runtime';

/** Ended, or nothing in it that goes on by itself: only people, timers and incidents are waited for. */
export function isSettled(state: InstanceState): boolean {
  if (state.status !== 'running') return true;
  return Object.values(state.activations).every(
    (one) => one.wait?.kind !== 'work' || one.status === 'incident',
  );
}

/** Waits until the instance ended or stopped to wait, at most `waitMs`; answers its state at that moment. */
export async function settle(
  instanceId: string,
  first: InstanceState,
  waitMs: number,
): Promise<InstanceState> {
  const { store } = getRuntime();
  const signal = AbortSignal.timeout(waitMs);
  let state = first;
  let wake: () => void = () => undefined;
  const unsubscribe = store.signals.subscribe((changed) => {
    if (changed.length === 0 || changed.includes(instanceId)) wake();
  });
  signal.addEventListener('abort', () => wake());
  try {
    while (!isSettled(state) && !signal.aborted) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      state = (await store.load(instanceId)) ?? state;
      if (isSettled(state) || signal.aborted) break;
      await changed;
    }
    return state;
  } finally {
    unsubscribe();
  }
}
