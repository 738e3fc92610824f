import { fired } from './fire';
import type { JsonObject } from './json';
import { about, alive, emit, type Run } from './run';

/**
 * A signal reaches the events of its own instance that wait for it now (BPMN 2.0.2, 10.5.1: it is broadcast, its
 * thrower's own process not excepted). Other instances get it after the commit.
 */
export function signalOwn(run: Run, name: string, variables: JsonObject): void {
  for (const { key, wait } of Object.values(run.state.activations)) {
    if (wait?.kind !== 'signal' || wait.name !== name) continue;
    // one that was reached before may have ended this one
    if (run.state.activations[key]?.wait !== wait) continue;
    emit(run, 'signal.received', about(run, alive(run, key)), { name });
    fired(run, key, wait, variables);
  }
}
