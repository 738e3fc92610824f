import { fired } from './fire';
import { about, alive, emit, type OwnSignal, type Run } from './run';

/**
 * A signal reaches the events of its own instance that wait for it when everything that could move has moved: it is
 * broadcast, its thrower's own process not excepted (BPMN 2.0.2, 10.5.1). Other instances get it after the commit.
 */
export function signalOwn(run: Run, { signal: name, variables, from }: OwnSignal): void {
  for (const { key, wait, attachedTo } of Object.values(run.state.activations)) {
    if (wait?.kind !== 'signal' || wait.name !== name) continue;
    // one that was reached before may have ended this one
    if (run.state.activations[key]?.wait !== wait) continue;
    emit(run, 'signal.received', about(run, alive(run, key)), { name });
    fired(run, key, wait, variables, attachedTo === from);
  }
}
