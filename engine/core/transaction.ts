import { gatherAll, interrupt, undoGathered } from './compensation';
import { undoesAlone } from './compensation-scopes';
import { InvariantError } from './errors';
import { label } from './evaluate';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation } from './state';
import { discardArrivals, release, terminateChildren } from './terminate';

/**
 * A cancel end event: everything else in the transaction ends, what completed in it is undone, and it is left by its
 * cancel boundary event (BPMN 2.0.2, 13.3.4). Of a repeated one every repetition is cancelled, since the event on the
 * border is that of all (13.5.3). What is being undone already is undone to its end.
 */
export function cancelTransaction(run: Run, key: number): void {
  const transaction = around(run, key);
  release(run, key);
  const whole = wholeOf(run, transaction);
  gatherAll(run, key, whole.key, transaction.key);
  const spared = (each: Activation) =>
    each.key === transaction.key || each.key === key || each.undoes !== undefined;
  for (const scope of new Set([whole.key, transaction.key]))
    terminateChildren(run, scope, 'The transaction was cancelled.', spared);
  discardArrivals(run, transaction.key, about(run, alive(run, key)));
  if (!undoGathered(run, key)) cancelOnceUndone(run, key);
}

/** The transaction of a cancel end event is left, unless something in it is being undone still. */
export function cancelOnceUndone(run: Run, key: number): void {
  const transaction = around(run, key);
  const undoing = (each: Activation) =>
    each.undoes === key || (each.scopeKey === transaction.key && undoesAlone(run, each));
  if (!Object.values(run.state.activations).some(undoing)) finishCancel(run, key, transaction);
}

/** The last handler that nobody waited for has ended: a cancelled transaction around it may have waited for that. */
export function undoneAlone(run: Run, scopeKey: number): void {
  const cancels = (each: Activation) =>
    each.scopeKey === scopeKey && nodeOf(run, each.elementId).throws?.some(({ type }) => type === 'cancel');
  const end = Object.values(run.state.activations).find((each) => cancels(each));
  if (end?.status === 'active') cancelOnceUndone(run, end.key);
}

function finishCancel(run: Run, key: number, transaction: Activation): void {
  emit(run, 'element.completed', about(run, alive(run, key)), {});
  const event = nodeOf(run, transaction.elementId)
    .boundary.map((id) => nodeOf(run, id))
    .find(({ triggers = [] }) => triggers.some((trigger) => trigger.type === 'cancel'));
  const outer = wholeOf(run, transaction);
  interrupt(
    run,
    outer.key,
    event ? `The transaction was cancelled; ${label(event)} goes on.` : 'The transaction was cancelled.',
  );
  if (event === undefined) return;
  const named = {
    elementId: event.id,
    elementType: event.elementType,
    key: run.state.nextKey,
    scopeKey: outer.scopeKey,
  };
  emit(run, 'element.activated', named, { attachedTo: outer.key });
  run.queue.push({ phase: 'output', key: named.key });
}

/** The loop around a repeated transaction, else the transaction. */
const wholeOf = (run: Run, transaction: Activation): Activation =>
  transaction.iteration === undefined ? transaction : alive(run, transaction.scopeKey);

function around(run: Run, key: number): Activation {
  for (let at = alive(run, key); at.scopeKey !== 0; ) {
    at = alive(run, at.scopeKey);
    if (nodeOf(run, at.elementId).kind === 'transaction') return at;
  }
  throw new InvariantError('a cancel end event outside of a transaction');
}
