import { resolveIncidents } from './incidents';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation, Wait } from './state';

/** Ends an activation with everything inside and attached to it, withdrawing what it waits for. */
export function terminate(run: Run, key: number, reason: string): void {
  terminateChildren(run, key, reason);
  release(run, key);
  const activation = alive(run, key);
  detachListeners(run, activation, reason);
  withdraw(run, key, reason);
  emit(run, 'element.terminated', about(run, activation), { reason });
  run.touched.add(activation.scopeKey);
}

/** What an activation waits for that is being undone goes on without it. */
export function release(run: Run, asker: number): void {
  for (const each of Object.values(run.state.activations))
    if (each.undoes === asker && each.undo === undefined && alive(run, asker).undo)
      emit(run, 'compensation.handed-on', about(run, each), { from: asker });
}

/**
 * Ends every activation of a scope but those that are spared. What undoes ends before who waits for it: where that one
 * ends alone, the undoing goes on.
 */
export function terminateChildren(
  run: Run,
  scopeKey: number,
  reason: string,
  spared: (child: Activation) => boolean = () => false,
): void {
  const ends = Object.values(run.state.activations).filter(
    (each) => each.scopeKey === scopeKey && each.attachedTo === undefined && !spared(each),
  );
  const undoing = (each: Activation): boolean => each.undoes !== undefined;
  for (const { key } of [...ends.filter(undoing), ...ends.filter((each) => !undoing(each))])
    terminate(run, key, reason);
}

/** Ends everything in an instance that is about to end. */
export function endAll(run: Run, reason: string): void {
  terminateChildren(run, 0, reason);
  detachFromProcess(run, reason);
}

/** Event sub-processes of the process stop listening. */
export function detachFromProcess(run: Run, reason: string): void {
  for (const event of Object.values(run.state.activations))
    if (event.attachedTo === 0) detach(run, event.key, reason);
}

/** Removes the tokens that wait in a scope. */
export function discardArrivals(run: Run, scopeKey: number, named: { key?: number } = {}): void {
  const arrivals = run.state.arrivals.filter((each) => each.scopeKey === scopeKey).map((each) => each.key);
  if (arrivals.length > 0) emit(run, 'arrivals.discarded', { scopeKey, ...named }, { arrivals });
}

/** Ends the subscriptions that belong to an activation. */
export function detachListeners(run: Run, host: Activation, reason: string): void {
  const { listening, awaiting } = alive(run, host.key);
  if (!listening && !awaiting) return;
  for (const event of Object.values(run.state.activations))
    if (event.attachedTo === host.key) detach(run, event.key, reason);
}

/**
 * A scope whose content is done and that can't be left at once reacts to nothing any more: what its event
 * sub-processes began would outlive it.
 */
export function stopReacting(run: Run, scopeKey: number): void {
  for (const event of Object.values(run.state.activations))
    if (event.attachedTo === scopeKey && event.scopeKey === scopeKey)
      detach(run, event.key, 'The content is done.');
}

/** Ends one subscription. */
export function detach(run: Run, key: number, reason: string): void {
  withdraw(run, key, reason);
  const activation = alive(run, key);
  const { elementType } = nodeOf(run, activation.elementId);
  const type = elementType === 'boundaryEvent' ? 'boundary.detached' : 'listener.detached';
  emit(run, type, about(run, activation), {});
}

const WITHDRAWN = {
  work: 'work.cancelled',
  task: 'task.cancelled',
  timer: 'timer.cancelled',
  message: 'message.forgone',
  signal: 'signal.forgone',
  condition: 'condition.forgone',
  call: 'call.cancelled',
} as const satisfies Record<Wait['kind'], string>;

function withdraw(run: Run, key: number, reason: string): void {
  const activation = alive(run, key);
  if (activation.status === 'incident') resolveIncidents(run, key, reason);
  const { wait } = activation;
  if (wait === undefined) return;
  const type = WITHDRAWN[wait.kind];
  if (type === 'call.cancelled') emit(run, type, about(run, activation), { reason });
  else if (type === 'task.cancelled') {
    const reminder = wait.kind === 'task' && wait.remindAt ? { reminder: true as const } : {};
    emit(run, type, about(run, activation), { reason, ...reminder });
  } else emit(run, type, about(run, activation), {});
}
