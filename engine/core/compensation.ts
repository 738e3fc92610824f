import { scopesFor, undoesAlone, undoesFor, within } from './compensation-scopes';
import { runPhases } from './phases';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation, Compensable } from './state';
import { terminate } from './terminate';
import { cancelOnceUndone, undoneAlone } from './transaction';
import { endsAll, type Throw } from './triggers';

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
 * undoes this after it and waits for both. One that undoes everything and waits does so for what its scope is undoing
 * already without being waited for, too.
 */
export function compensate(
  run: Run,
  key: number,
  { activity, wait }: Extract<Throw, { type: 'compensation' }>,
): boolean {
  const waits = undoesFor(run, key);
  const scopes = scopesFor(run, key, activity);
  const begun = begin(run, key, within(run, scopes, activity));
  const joined = wait && activity === null && join(run, key, scopes);
  if (!begun && !joined) return false;
  if (waits || joined) return true;
  if (wait) undoNext(run, key);
  else handOn(run, key);
  return wait;
}

/** The handlers in some scopes that nobody waits for: what they undo, and what is left after them, is waited for. */
function join(run: Run, key: number, scopes: readonly number[]): boolean {
  const alone = Object.values(run.state.activations).filter(
    (each) => scopes.includes(each.scopeKey) && undoesAlone(run, each),
  );
  for (const { key: from } of alone)
    emit(run, 'compensation.handed-on', about(run, alive(run, key)), { from, awaited: true });
  return alone.length > 0;
}

/**
 * Gathers everything that completed in one scope and in what still runs inside it, to be undone by `undoGathered`:
 * cancelling compensates the completed parts of active sub-processes, too (BPMN 2.0.2, 13.5.5). What something inside, but
 * not directly in `own`, has left to undo is among it: that one is about to end.
 */
export function gatherAll(run: Run, key: number, scopeKey: number, own: number): void {
  const inside = [scopeKey];
  for (const at of inside)
    for (const each of Object.values(run.state.activations))
      if (each.scopeKey === at && each.attachedTo === undefined) inside.push(each.key);
  for (const each of Object.values(run.state.activations))
    if (each.undo?.length && each.scopeKey !== own && inside.includes(each.scopeKey))
      emit(run, 'compensation.handed-on', about(run, alive(run, key)), { from: each.key });
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
  if (undo === undefined && run.state.activations[undoes]) undoNext(run, undoes);
  else if (!undo?.length) undoneAlone(run, scopeKey);
}

/** After one handler: the next, or what asked for it goes on; what ends something is thrown when all is undone. */
function undoNext(run: Run, asker: number): void {
  if (undoesFor(run, asker)) return;
  const activation = alive(run, asker);
  const next = activation.undo?.[0];
  const { throws } = nodeOf(run, activation.elementId);
  const cancels = throws?.some((each) => each.type === 'cancel');
  if (next) startHandler(run, activation, next);
  else if (cancels) cancelOnceUndone(run, asker);
  else runPhases(run, asker, throws?.some(endsAll) ? 'activate' : 'output');
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
