import { resolveIncidents } from './incidents';
import { about, alive, emit, type Run } from './run';
import type { Activation } from './state';

/** Ends an activation with everything inside and attached to it, withdrawing what it waits for. */
export function terminate(run: Run, key: number, reason: string): void {
  terminateChildren(run, key, reason);
  const activation = alive(run, key);
  detachBoundary(run, activation, reason);
  withdraw(run, key, reason);
  emit(run, 'element.terminated', about(run, activation), { reason });
  run.touched.add(activation.scopeKey);
}

/** Ends every activation of a scope but one. */
export function terminateChildren(run: Run, scopeKey: number, reason: string, except?: number): void {
  for (const child of Object.values(run.state.activations))
    if (child.scopeKey === scopeKey && child.attachedTo === undefined && child.key !== except)
      terminate(run, child.key, reason);
}

/** Ends the subscriptions of an activity's boundary events. */
export function detachBoundary(run: Run, host: Activation, reason: string): void {
  if (alive(run, host.key).listening !== true) return;
  for (const event of Object.values(run.state.activations))
    if (event.attachedTo === host.key) detach(run, event.key, reason);
}

/** Ends one subscription. */
export function detach(run: Run, key: number, reason: string): void {
  withdraw(run, key, reason);
  emit(run, 'boundary.detached', about(run, alive(run, key)), {});
}

const WITHDRAWN = { work: 'work.cancelled', task: 'task.cancelled', timer: 'timer.cancelled' } as const;

function withdraw(run: Run, key: number, reason: string): void {
  const activation = alive(run, key);
  if (activation.status === 'incident') resolveIncidents(run, key, reason);
  if (activation.wait === undefined) return;
  const type = WITHDRAWN[activation.wait.kind];
  emit(run, type, about(run, activation), type === 'task.cancelled' ? { reason } : {});
}
