import { fired } from './fire';
import { triggerOf } from './listen';
import type { Expression } from './model';
import { about, alive, emit, type Run } from './run';
import { visibleVariables } from './visible-variables';

/**
 * Whether the condition of a conditional event holds; what can't be decided (a missing variable) does not. Such
 * conditions are always evaluated here: the compiler refuses others.
 */
export function holds(run: Run, key: number, condition: Expression): boolean {
  if (condition.mode === 'static') return condition.value === true;
  if (condition.mode === 'unbounded') return false;
  const result = condition.evaluate({ variables: visibleVariables(run.state, key), now: run.now });
  return result.ok && result.value === true;
}

/** After variables changed: conditional events whose condition became true are triggered, each once. */
export function checkConditions(run: Run): void {
  run.dirty = false;
  const waiting = Object.values(run.state.activations).filter(({ wait }) => wait?.kind === 'condition');
  for (const { key } of waiting) {
    const wait = run.state.activations[key]?.wait;
    const trigger = wait?.kind === 'condition' ? triggerOf(run, key) : undefined;
    if (wait?.kind !== 'condition' || trigger?.type !== 'condition') continue;
    const now = holds(run, key, trigger.condition);
    if (now === wait.holds) continue;
    const named = about(run, alive(run, key));
    if (!now) emit(run, 'condition.changed', named, { holds: false });
    else {
      emit(run, 'condition.met', named, {});
      fired(run, key, wait, {});
    }
  }
}
