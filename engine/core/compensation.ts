import { eventSubProcessesOf } from './listen';
import { runPhases } from './phases';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation, Compensable } from './state';
import { terminate } from './terminate';
import { cancelOnceUndone, undoneAlone } from './transaction';
import type { Throw } from './triggers';

/** Whether a completed activity can be undone: it has a handler, or something inside it has. */
export function isCompensable(run: Run, { key, elementId, loop }: Activation): boolean {
  // a loop is undone by undoing its iterations: one that had none has nothing to undo
  if (nodeOf(run, elementId).compensation && !loop) return true;
  return run.state.compensable?.some((each) => each.scopeKey === key) ?? false;
}

/**
 * Undoes what completed in the thrower's scope, or one activity of it or of a scope around it, in reverse order of
 * completion, one after the other (BPMN 2.0.2, 10.7 and 13.5.5). Answers whether the thrower waits for the end of it:
 * when it is to and there is anything to undo. One that waits already, for an earlier compensation of the same event,
 * undoes this after it and waits for both.
 */
export function compensate(
  run: Run,
  key: number,
  { activity, wait }: Extract<Throw, { type: 'compensation' }>,
): boolean {
  const waits = alive(run, key).undo !== undefined;
  const begun = begin(run, key, within(run, scopesFor(run, key, activity), activity));
  if (!begun) return false;
  if (!waits && wait) undoNext(run, key);
  else if (!waits) handOn(run, key);
  return wait || waits;
}

/**
 * Gathers everything that completed in one scope and in what still runs inside it, to be undone by `undoGathered`:
 * cancelling compensates the completed parts of active sub-processes, too (BPMN 2.0.2, 13.5.5).
 */
export function gatherAll(run: Run, key: number, scopeKey: number): void {
  const inside = [scopeKey];
  for (const at of inside)
    for (const each of Object.values(run.state.activations))
      if (each.scopeKey === at && each.attachedTo === undefined) inside.push(each.key);
  begin(run, key, within(run, inside, null));
}

/** Undoes what was gathered, and waits for it. Answers whether there is anything to undo. */
export function undoGathered(run: Run, key: number): boolean {
  const something = alive(run, key).undo !== undefined;
  if (something) undoNext(run, key);
  return something;
}

function begin(run: Run, key: number, undo: Compensable[]): boolean {
  if (undo.length > 0) emit(run, 'compensation.started', about(run, alive(run, key)), { undo });
  return undo.length > 0;
}

/**
 * The next handler begins and takes over what is left, so that who asked, or the handler before, can end. Handlers of
 * one compensation follow each other that way, and the last of them lets their scope go.
 */
export function handOn(run: Run, from: number): void {
  const giver = alive(run, from);
  const next = giver.undo?.[0];
  if (next === undefined) return;
  const key = startHandler(run, giver, next);
  emit(run, 'compensation.handed-on', about(run, alive(run, key)), { from });
}

/** Who waits for the end of its compensation is about to be ended: its handlers go on without it. */
export function release(run: Run, asker: Activation): void {
  const handler = Object.values(run.state.activations).find(
    (each) => each.undoes === asker.key && each.undo === undefined,
  );
  if (handler) emit(run, 'compensation.handed-on', about(run, handler), { from: asker.key });
}

/** An event on its border interrupts an activity; one that undoes hands on what is left to undo. */
export function interrupt(run: Run, key: number, because: string): void {
  const { undoes, undo, scopeKey } = alive(run, key);
  if (undoes !== undefined) handOn(run, key);
  terminate(run, key, because);
  if (undoes !== undefined) handlerEnded(run, { undoes, undo, scopeKey });
}

/** A handler has ended: who waits for it goes on. */
export function handlerEnded(
  run: Run,
  { undoes, undo, scopeKey }: Pick<Activation, 'undoes' | 'undo' | 'scopeKey'>,
): void {
  if (undoes === undefined) return;
  if (undo === undefined) undoNext(run, undoes);
  else if (undo.length === 0) undoneAlone(run, scopeKey);
}

/** After one handler: the next, or what asked for it goes on. */
function undoNext(run: Run, asker: number): void {
  const activation = run.state.activations[asker];
  if (activation === undefined) return;
  const next = activation.undo?.[0];
  const cancels = nodeOf(run, activation.elementId).throws?.some((each) => each.type === 'cancel');
  if (next) startHandler(run, activation, next);
  else if (cancels) cancelOnceUndone(run, asker);
  else runPhases(run, asker, 'output');
}

function startHandler(run: Run, asker: Activation, record: Compensable): number {
  const { compensation } = nodeOf(run, record.elementId);
  const handler = nodeOf(
    run,
    compensation ? ('activity' in compensation ? compensation.activity : compensation.eventSubProcess) : '',
  );
  const key = run.state.nextKey;
  const scopeKey =
    record.scopeKey === 0 || run.state.activations[record.scopeKey] ? record.scopeKey : asker.scopeKey;
  const named = { elementId: handler.id, elementType: handler.elementType, key, scopeKey };
  emit(run, 'element.activated', named, {
    undoes: asker.key,
    ...(record.variables ? { variables: record.variables } : {}),
    ...(compensation && 'eventSubProcess' in compensation ? { data: record.key } : {}),
  });
  run.queue.push({ phase: 'input', key });
  return key;
}

/**
 * The scopes in which a compensation is looked for. Of one activity: the nearest around the thrower in which it
 * completed. Of all: the thrower's own; an event sub-process undoes what completed in the scope that it belongs to,
 * since it handles what happened there (BPMN 2.0.2, 10.5.6, Interrupting Event Handlers).
 */
function scopesFor(run: Run, key: number, activity: string | null): number[] {
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

function within(run: Run, scopeKeys: readonly number[], activity: string | null): Compensable[] {
  const records = (run.state.compensable ?? []).filter(
    (each) => scopeKeys.includes(each.scopeKey) && (activity === null || each.elementId === activity),
  );
  return records.reverse().flatMap((record) => handlers(run, record));
}

/** A loop is undone by undoing its iterations, a scope without a handler of its own by undoing what is inside it. */
function handlers(run: Run, record: Compensable): Compensable[] {
  const inner = (run.state.compensable ?? []).filter((each) => each.scopeKey === record.key);
  const { compensation } = nodeOf(run, record.elementId);
  const isLoop = inner.some(({ elementId }) => elementId === record.elementId);
  if (inner.length > 0 && (isLoop || compensation === undefined)) return within(run, [record.key], null);
  return compensation ? [record] : [];
}
