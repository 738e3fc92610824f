import { undoAll } from './compensation';
import { InvariantError } from './errors';
import { label } from './evaluate';
import { about, alive, emit, nodeOf, type Run } from './run';
import type { Activation } from './state';
import { discardArrivals, terminate, terminateChildren } from './terminate';

/**
 * A cancel end event: everything else in the transaction ends, what completed in it is undone, and it is left by its
 * cancel boundary event (BPMN 2.0.2, 13.3.4).
 */
export function cancelTransaction(run: Run, key: number): void {
  const transaction = around(run, key);
  terminateChildren(run, transaction.key, 'The transaction was cancelled.', key);
  discardArrivals(run, transaction.key, about(run, alive(run, key)));
  if (!undoAll(run, key, transaction.key)) finishCancel(run, key);
}

/** Everything is undone: the transaction is left. */
export function finishCancel(run: Run, key: number): void {
  const transaction = around(run, key);
  emit(run, 'element.completed', about(run, alive(run, key)), {});
  const event = nodeOf(run, transaction.elementId)
    .boundary.map((id) => nodeOf(run, id))
    .find(({ triggers = [] }) => triggers.some((trigger) => trigger.type === 'cancel'));
  const outer = transaction.iteration === undefined ? transaction : alive(run, transaction.scopeKey);
  terminate(
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

function around(run: Run, key: number): Activation {
  for (let at = alive(run, key); at.scopeKey !== 0; ) {
    at = alive(run, at.scopeKey);
    if (nodeOf(run, at.elementId).kind === 'transaction') return at;
  }
  throw new InvariantError('a cancel end event outside of a transaction');
}
