import { eventSubProcessesOf } from './listen';
import { alive, nodeOf, type Run } from './run';
import type { Activation, Compensable } from './state';

/** A handler that nobody waits for: it has what is left to undo, or who asked for it has ended. */
export const undoesAlone = (run: Run, { undoes, undo }: Activation): boolean =>
  undoes !== undefined && (undo !== undefined || run.state.activations[undoes] === undefined);

/** Whether something is being undone that an activation waits for. */
export const undoesFor = (run: Run, asker: number): boolean =>
  Object.values(run.state.activations).some(({ undoes, undo }) => undoes === asker && undo === undefined);

/**
 * The scopes in which a compensation is looked for. Of one activity: the nearest around the thrower in which it
 * completed. Of all: the thrower's own; an event sub-process undoes what completed in the scope that it belongs to,
 * since it handles what happened there (BPMN 2.0.2, 10.5.6, Interrupting Event Handlers).
 */
export function scopesFor(run: Run, key: number, activity: string | null): number[] {
  const found: number[] = [];
  for (let at = alive(run, key).scopeKey; ; ) {
    const scope = run.state.activations[at];
    const undone = parentUndone(scope);
    if (activity === null) found.push(undone ?? at);
    else
      for (const each of undone === undefined ? [at] : [undone, at])
        if (within(run, [each], activity).length > 0) return [each];
    const goesOut = activity !== null || (undone === undefined && isHandler(run, scope));
    if (scope === undefined || !goesOut) return found;
    at = scope.scopeKey;
  }
}

/** The key that the completed parent had which an event sub-process undoes. */
const parentUndone = (scope: Activation | undefined): number | undefined =>
  scope?.undoes !== undefined && typeof scope.data === 'number' ? scope.data : undefined;

const isHandler = (run: Run, scope: Activation | undefined): boolean =>
  scope !== undefined && eventSubProcessesOf(run, scope.scopeKey).includes(scope.elementId);

/**
 * What completed in these scopes, or one activity of them, the last first. What is inside a sub-process that is over is
 * undone where that one ran, since its own scope is gone.
 */
export function within(run: Run, scopeKeys: readonly number[], activity: string | null): Compensable[] {
  const records = (run.state.compensable ?? []).filter(
    (each) => scopeKeys.includes(each.scopeKey) && (activity === null || each.elementId === activity),
  );
  return records
    .reverse()
    .flatMap((record) => handlers(run, record).map((each) => ({ ...each, scopeKey: record.scopeKey })));
}

/** A loop is undone by undoing its iterations, a scope without a handler of its own by undoing what is inside it. */
function handlers(run: Run, record: Compensable): Compensable[] {
  const inner = (run.state.compensable ?? []).filter((each) => each.scopeKey === record.key);
  const { compensation } = nodeOf(run, record.elementId);
  const isLoop = inner.some(({ elementId }) => elementId === record.elementId);
  if (inner.length > 0 && (isLoop || compensation === undefined)) return within(run, [record.key], null);
  return compensation ? [record] : [];
}
