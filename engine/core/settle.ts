import { enter } from './flow';
import { park } from './incidents';
import { runPhases } from './phases';
import { about, alive, emit, nodeOf, type QueueItem, type Run } from './run';

/** Phases that one transition may run before it is stopped as an endless loop. */
export const STEP_LIMIT = 10_000;

const ENDLESS = `The process went through ${STEP_LIMIT} steps without waiting; it may be a loop that never ends.`;

/** Runs until nothing can move without another input. */
export function settle(run: Run): void {
  while (run.state.status === 'running') {
    const item = run.queue.shift();
    if (item) advance(run, item);
    else if (!closeScope(run)) return;
  }
}

function advance(run: Run, item: QueueItem): void {
  if ('enter' in item) {
    if (item.scopeKey !== 0 && run.state.activations[item.scopeKey] === undefined) return;
    const key = enter(run, item);
    if (key !== null) proceed(run, key, 'input');
  } else if (run.state.activations[item.key]?.status === 'active') proceed(run, item.key, item.phase);
}

function proceed(run: Run, key: number, phase: 'input' | 'activate' | 'output' | 'leave'): void {
  if (run.steps >= STEP_LIMIT) park(run, key, 'step-limit', ENDLESS, phase);
  else runPhases(run, key, phase);
}

/** Looks at one scope in which something ended, inner ones first; false when none is left. */
function closeScope(run: Run): boolean {
  if (run.touched.size === 0) return false;
  const scopeKey = Math.max(...run.touched);
  run.touched.delete(scopeKey);
  if (scopeKey !== 0 && run.state.activations[scopeKey]?.status !== 'active') return true;
  for (const activation of Object.values(run.state.activations))
    if (activation.scopeKey === scopeKey) return true;
  const stuck = run.state.arrivals.find((arrival) => arrival.scopeKey === scopeKey);
  if (stuck) deadlock(run, scopeKey, stuck.elementId);
  else if (scopeKey === 0) emit(run, 'instance.completed', {}, {});
  else runPhases(run, scopeKey, 'output');
  return true;
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
