import type { InstanceState } from '../core/state';

/** The timers an instance waits for, as its snapshot has them: what parking has put off. */
export function waitingTimers(state: InstanceState | null): { key: number; dueAt: string }[] {
  return Object.values(state?.activations ?? {}).flatMap(({ key, wait }) =>
    wait?.kind === 'timer' ? [{ key, dueAt: wait.dueAt }] : [],
  );
}
