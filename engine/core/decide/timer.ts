import { label } from '../evaluate';
import type { Input } from '../inputs';
import { runPhases } from '../phases';
import { reject } from '../rejection';
import { about, alive, behaviorOf, emit, nodeOf, type Run } from '../run';
import type { Activation } from '../state';
import { detach, terminate } from '../terminate';
import type { Rejection } from '../transition-types';
import { find, isRejection, named } from './find';

export function fireTimer(run: Run, input: Extract<Input, { type: 'fire-timer' }>): Rejection | null {
  const activation = find(run, input.key);
  if (isRejection(activation)) return activation;
  const { wait, elementId } = activation;
  if (wait?.kind !== 'timer')
    return reject('not-a-timer', `${named(run, activation)} is not waiting for a timer.`, { elementId });
  if (Date.parse(run.now) < Date.parse(wait.dueAt))
    return reject('timer-not-due', `The timer of ${named(run, activation)} is due at ${wait.dueAt}.`, {
      elementId,
    });
  emit(run, 'timer.fired', about(run, activation), { dueAt: wait.dueAt });
  if (activation.attachedTo === undefined) runPhases(run, input.key, 'output');
  else fireBoundary(run, activation, activation.attachedTo, wait.dueAt);
  return null;
}

function fireBoundary(run: Run, event: Activation, host: number, dueAt: string): void {
  const node = nodeOf(run, event.elementId);
  const named = { elementId: node.id, elementType: node.elementType, scopeKey: event.scopeKey };
  if (node.interrupting === false) {
    listenAgain(run, event, host, dueAt);
    detach(run, event.key, 'The timer fired.');
  } else terminate(run, host, `The timer ${label(node)} interrupted it.`);
  const key = run.state.nextKey;
  emit(run, 'element.activated', { ...named, key }, { attachedTo: host });
  runPhases(run, key, 'output');
}

/** A cycle listens on with a subscription of its own. */
function listenAgain(run: Run, event: Activation, host: number, dueAt: string): void {
  const node = nodeOf(run, event.elementId);
  const { executable, state, now, actor } = run;
  const facts = { executable, node, state, key: event.key, now, actor };
  const next = behaviorOf(run, node).recur?.(facts, node.config, dueAt);
  if (!next) return;
  const named = {
    elementId: node.id,
    elementType: node.elementType,
    key: state.nextKey,
    scopeKey: event.scopeKey,
  };
  emit(run, 'boundary.attached', named, { attachedTo: host, data: next.data });
  emit(run, 'timer.set', about(run, alive(run, state.nextKey)), { dueAt: next.dueAt });
}
