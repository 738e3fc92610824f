import { fired } from './fire';
import { triggerOf } from './listen';
import type { Expression } from './model';
import { about, alive, emit, type Run, type VariableChange } from './run';
import type { ChangeFilter } from './triggers';
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
  const changes = run.changed.splice(0);
  const fresh = new Set(run.fresh);
  run.fresh.clear();
  const waiting = Object.values(run.state.activations).filter(({ wait }) => wait?.kind === 'condition');
  for (const { key } of waiting) {
    const wait = run.state.activations[key]?.wait;
    const trigger = wait?.kind === 'condition' ? triggerOf(run, key) : undefined;
    if (wait?.kind !== 'condition' || trigger?.type !== 'condition') continue;
    const matters = (change: VariableChange) => concerns(run, key, trigger.only, change);
    if (trigger.only && !fresh.has(key) && !changes.some(matters)) continue;
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

/** Whether an event that is looked at for some changes only is for this one, and sees the variable. */
function concerns(run: Run, key: number, { names, how }: ChangeFilter = {}, change: VariableChange): boolean {
  if (names && !names.includes(change.name)) return false;
  if (how && !how.includes(change.how)) return false;
  for (let at = run.state.activations[key]; at; at = run.state.activations[at.scopeKey])
    if (at.key === change.scopeKey) return true;
  return change.scopeKey === 0;
}
