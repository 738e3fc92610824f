import { begun } from './begin';
import { checkConditions } from './conditions';
import { completes } from './event-sub-processes';
import { enter } from './flow';
import { park } from './incidents';
import { loopOf } from './loops';
import { signalOwn } from './own-signals';
import { runPhases } from './phases';
import { passQuietJoin } from './quiet-joins';
import { about, alive, behaviorOf, emit, nodeOf, type QueueItem, type Run } from './run';
import type { Activation, Phase } from './state';
import { detachFromProcess, stopReacting } from './terminate';

/** Phases that one transition may run before it is stopped as an endless loop. */
export const STEP_LIMIT = 10_000;

const ENDLESS = `The process went through ${STEP_LIMIT} steps without waiting; it may be a loop that never ends.`;

/** Runs until nothing can move without another input. */
export function settle(run: Run): void {
  while (run.state.status === 'running') {
    // between any two steps: a condition that holds only for a moment is met all the same
    if (run.changed.length > 0 || run.fresh.size > 0) {
      checkConditions(run);
      continue;
    }
    const item = nextOf(run.queue);
    if (item) advance(run, item);
    else if (!passQuietJoin(run) && !closeScope(run)) return;
  }
}

function nextOf(queue: QueueItem[]): QueueItem | undefined {
  const next = queue.findIndex((item) => !('quiet' in item));
  return next > 0 ? queue.splice(next, 1)[0] : queue.shift();
}

function advance(run: Run, item: QueueItem): void {
  if ('enter' in item) {
    if (item.scopeKey !== 0 && run.state.activations[item.scopeKey] === undefined) return;
    const key = enter(run, item);
    if (key === null) return;
    if (item.begunBy) begun(run, key, item.begunBy);
    else proceed(run, key, 'input');
  } else if ('signal' in item) signalOwn(run, item);
  else if (run.state.activations[item.key]?.status === 'active') proceed(run, item.key, item.phase);
}

function proceed(run: Run, key: number, phase: Phase): void {
  if (run.steps >= STEP_LIMIT) park(run, key, 'step-limit', ENDLESS, phase);
  else runPhases(run, key, phase);
}

/** Looks at one scope in which something ended, inner ones first; false when none is left. */
function closeScope(run: Run): boolean {
  if (run.touched.size === 0) return false;
  const scopeKey = Math.max(...run.touched);
  run.touched.delete(scopeKey);
  const scope = run.state.activations[scopeKey];
  if (scopeKey !== 0 && (scope?.status !== 'active' || isLoop(run, scope))) return true;
  if (scope && behaviorOf(run, nodeOf(run, scope.elementId)).childCompleted)
    proceed(run, scopeKey, 'children');
  else if (completes(run, scopeKey)) stopReacting(run, scopeKey);
  else if (!isBusy(run, scopeKey)) close(run, scopeKey);
  return true;
}

/** The iterations of a loop end it, not their absence. */
const isLoop = (run: Run, scope: Activation): boolean => loopOf(run, scope) !== undefined;

function isBusy(run: Run, scopeKey: number): boolean {
  for (const activation of Object.values(run.state.activations))
    if (activation.scopeKey === scopeKey && activation.attachedTo === undefined) return true;
  return false;
}

function close(run: Run, scopeKey: number): void {
  const stuck = run.state.arrivals.find((arrival) => arrival.scopeKey === scopeKey);
  if (stuck) deadlock(run, scopeKey, stuck.elementId);
  else if (scopeKey === 0) complete(run);
  else runPhases(run, scopeKey, 'output');
}

function complete(run: Run): void {
  detachFromProcess(run, 'The process is done.');
  const { calledBy, variables } = run.state;
  emit(run, 'instance.completed', {}, calledBy ? { calledBy, variables } : {});
}

/** Tokens are left, and nothing that could ever move. */
function deadlock(run: Run, scopeKey: number, joinId: string): void {
  const join = nodeOf(run, joinId);
  const message = `“${join.name || join.id}” waits for a token that can no longer come.`;
  const incidentKey = run.state.nextKey;
  const named =
    scopeKey === 0 ? { elementId: join.id, elementType: join.elementType } : about(run, alive(run, scopeKey));
  if (scopeKey === 0 && Object.values(run.state.incidents).some(({ code }) => code === 'deadlock')) return;
  emit(run, 'incident.raised', named, { incidentKey, code: 'deadlock', message });
}
