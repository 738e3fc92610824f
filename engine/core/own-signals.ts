import { fired } from './fire';
import { about, alive, emit, nodeOf, type OwnSignal, type Run } from './run';
import type { Activation } from './state';

/**
 * A signal reaches the events of its own instance that wait for it when everything that could move has moved: it is
 * broadcast, its thrower's own process not excepted (BPMN 2.0.2, 10.5.1). Other instances get it after the commit.
 */
export function signalOwn(run: Run, { signal: name, variables, from }: OwnSignal): void {
  const waiting = Object.values(run.state.activations)
    .filter(({ wait }) => wait?.kind === 'signal' && wait.name === name)
    .sort((a, b) => turn(run, a) - turn(run, b));
  for (const { key, wait, attachedTo } of waiting) {
    // one that was reached before may have ended this one
    if (wait === undefined || run.state.activations[key]?.wait !== wait) continue;
    emit(run, 'signal.received', about(run, alive(run, key)), { name });
    fired(run, key, wait, variables, attachedTo === from);
  }
}

/**
 * An interrupting event sub-process first, since it would end what others begin in its scope; an interrupting boundary
 * event last, since what others begin goes on beside it.
 */
function turn(run: Run, { elementId, attachedTo }: Activation): number {
  const node = nodeOf(run, elementId);
  if (attachedTo === undefined || node.interrupting !== true) return 1;
  return node.elementType === 'boundaryEvent' ? 2 : 0;
}
