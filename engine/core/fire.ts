import { interrupt } from './compensation';
import { label } from './evaluate';
import type { Json, JsonObject } from './json';
import { attach, triggerOf } from './listen';
import type { ExecutableNode } from './model';
import { runPhases } from './phases';
import { writeResult } from './result';
import { about, alive, behaviorOf, emit, nodeOf, type Run } from './run';
import type { Activation, Wait } from './state';
import { RunningStep } from './step';
import { detach, discardArrivals, terminateChildren } from './terminate';
import { propagate } from './variables';

/**
 * What an event waited for has come; its wait has just ended. `wait` is what it was, `payload` the variables that
 * came with it. `gently`: an activity is not interrupted by what its own instances throw.
 */
export function fired(run: Run, key: number, wait: Wait, payload: JsonObject, gently = false): void {
  const listener = alive(run, key);
  const node = nodeOf(run, listener.elementId);
  const on = { listener, node, wait, payload, gently };
  if (listener.attachedTo === undefined) received(run, key, payload);
  else if (node.parallelMultiple && siblings(run, listener).length > 0) {
    propagate(run, key, listener.scopeKey, payload);
    detach(run, key, 'It has come; the others are awaited.');
  } else if (node.elementType === 'boundaryEvent') fireBoundary(run, on);
  else if (node.startNodes !== undefined) fireEventSubProcess(run, on);
  else if (alive(run, listener.attachedTo).elementId === node.id) fireSelf(run, on);
  else chooseEvent(run, on);
}

interface Firing {
  listener: Activation;
  node: ExecutableNode;
  wait: Wait;
  payload: JsonObject;
  gently: boolean;
}

function received(run: Run, key: number, payload: JsonObject): void {
  writeResult(run, key, payload);
  runPhases(run, key, 'output');
}

/** Other triggers of the same event that still wait. */
const siblings = (run: Run, { key, elementId, attachedTo }: Activation): Activation[] =>
  Object.values(run.state.activations).filter(
    (each) => each.attachedTo === attachedTo && each.elementId === elementId && each.key !== key,
  );

function fireBoundary(run: Run, { listener, node, wait, payload, gently }: Firing): void {
  const host = listener.attachedTo ?? 0;
  const named = { elementId: node.id, elementType: node.elementType, scopeKey: listener.scopeKey };
  if (node.interrupting === false || gently) {
    listenAgain(run, listener, wait);
    detach(run, listener.key, 'It was triggered.');
  } else interrupt(run, host, `${reason(wait)} ${label(node)} interrupted it.`);
  const key = run.state.nextKey;
  emit(run, 'element.activated', { ...named, key }, { attachedTo: host });
  received(run, key, payload);
}

const REASONS: Partial<Record<Wait['kind'], string>> = {
  timer: 'The timer',
  message: 'The message',
  signal: 'The signal',
  condition: 'The condition',
};
const reason = ({ kind }: Wait): string => REASONS[kind] ?? 'The event';

function fireEventSubProcess(run: Run, { listener, node, wait, payload }: Firing): void {
  if (node.interrupting === false) {
    listenAgain(run, listener, wait);
    detach(run, listener.key, 'It was triggered.');
  }
  startEventSubProcess(run, node, listener, payload);
}

/**
 * An event sub-process begins; an interrupting one ends everything else in its scope first. `failed` is the activation in
 * it that an error came from.
 */
export function startEventSubProcess(
  run: Run,
  node: ExecutableNode,
  { scopeKey, failed }: { scopeKey: number; failed?: number },
  payload: JsonObject,
): void {
  if (node.interrupting !== false) interruptScope(run, scopeKey, failed, `${label(node)} interrupted it.`);
  const key = run.state.nextKey;
  const named = { elementId: node.id, elementType: node.elementType, key, scopeKey };
  const start = nodeOf(run, node.startNodes?.[0] ?? '');
  const local = (start.outputs?.length ?? 0) > 0 && Object.keys(payload).length > 0;
  emit(run, 'element.activated', named, local ? { variables: payload } : {});
  if (!local) propagate(run, key, scopeKey, payload);
  run.queue.push({ phase: 'input', key });
}

/**
 * What is being undone is no normal execution (BPMN 2.0.2, 10.7), which alone is interrupted (10.5.6): it is undone to its
 * end beside the event sub-process. A step that undoes and fails ends, and the rest is undone without it.
 */
function interruptScope(run: Run, scopeKey: number, failed: number | undefined, because: string): void {
  for (const each of Object.values(run.state.activations))
    if (each.attachedTo === scopeKey && each.scopeKey === scopeKey) detach(run, each.key, because);
  terminateChildren(run, scopeKey, because, ({ undoes }) => undoes !== undefined);
  if (failed !== undefined && run.state.activations[failed]) interrupt(run, failed, because);
  discardArrivals(run, scopeKey);
  if (scopeKey === 0) return;
  const node = nodeOf(run, alive(run, scopeKey).elementId);
  behaviorOf(run, node).interrupted?.(new RunningStep(run, scopeKey, 'children'), node.config);
}

/** One of several triggers of an event that a token waits at. */
function fireSelf(run: Run, { listener, payload }: Firing): void {
  const host = listener.attachedTo ?? 0;
  for (const other of siblings(run, listener)) detach(run, other.key, 'Another trigger came first.');
  detach(run, listener.key, 'It was triggered.');
  received(run, host, payload);
}

/** One of the events after an event-based gateway: the token goes there, and the others are not waited for any more. */
function chooseEvent(run: Run, { listener, node, payload }: Firing): void {
  const gateway = alive(run, listener.attachedTo ?? 0);
  const flowId = nodeOf(run, gateway.elementId).outgoing.find(
    (id) => run.executable.flows[id]?.target === node.id,
  );
  const parallel = behaviorOf(run, nodeOf(run, gateway.elementId)).awaitsAll?.(
    nodeOf(run, gateway.elementId).config,
  );
  const mine = (each: Activation) => each.attachedTo === gateway.key;
  const listeners = Object.values(run.state.activations).filter(mine);
  for (const each of listeners)
    if (!parallel || each.elementId === node.id) detach(run, each.key, 'An event was chosen.');
  if (!Object.values(run.state.activations).some(mine)) {
    emit(run, 'element.completed', about(run, gateway), {});
    run.touched.add(gateway.scopeKey);
  }
  enterEvent(run, { node, flowId: flowId ?? '', scopeKey: gateway.scopeKey }, payload);
}

/** A token goes along a flow to an event that has already happened. */
export function enterEvent(
  run: Run,
  { node, flowId, scopeKey }: { node: ExecutableNode; flowId: string; scopeKey: number },
  payload: JsonObject,
): void {
  const arrival = run.state.nextKey;
  const flow = { elementId: flowId, elementType: 'sequenceFlow', key: arrival, scopeKey };
  emit(run, 'flow.taken', flow, { flowId, target: node.id });
  const key = run.state.nextKey;
  emit(
    run,
    'element.activated',
    { elementId: node.id, elementType: node.elementType, key, scopeKey },
    { arrival },
  );
  received(run, key, payload);
}

/** What does not interrupt listens on: a cycle until it is over, everything else as long as its host lives. */
function listenAgain(run: Run, listener: Activation, wait: Wait): void {
  const node = nodeOf(run, listener.elementId);
  const { attachedTo = 0, scopeKey } = listener;
  const trigger = triggerOf(run, listener.key);
  if (node.parallelMultiple) attach(run, node, { attachedTo, scopeKey });
  else if (wait.kind !== 'timer') waitAgain(run, attachAgain(run, listener), wait);
  else if (trigger?.type === 'timer') {
    const next = trigger.next(listener.data, wait.dueAt, run.now);
    if (next === null) return;
    const key = attachAgain(run, listener, next.data);
    emit(run, 'timer.set', about(run, alive(run, key)), { dueAt: next.dueAt });
  }
}

/** The same event under a key of its own, so that what it receives can be told apart. */
function attachAgain(run: Run, listener: Activation, data?: Json): number {
  const node = nodeOf(run, listener.elementId);
  const { attachedTo = 0, scopeKey, trigger } = listener;
  const key = run.state.nextKey;
  const named = { elementId: node.id, elementType: node.elementType, key, scopeKey };
  const which = trigger === undefined ? { attachedTo } : { attachedTo, trigger };
  if (node.elementType === 'boundaryEvent')
    emit(run, 'boundary.attached', named, data === undefined ? which : { ...which, data });
  else {
    emit(run, 'listener.attached', named, which);
    if (data !== undefined) emit(run, 'behavior.noted', named, { data });
  }
  return key;
}

function waitAgain(run: Run, key: number, wait: Wait): void {
  const named = about(run, alive(run, key));
  if (wait.kind === 'message') {
    const { name, correlationKey } = wait;
    emit(run, 'message.awaited', named, { name, correlationKey });
  } else if (wait.kind === 'signal') emit(run, 'signal.awaited', named, { name: wait.name });
  else if (wait.kind === 'condition') emit(run, 'condition.awaited', named, { holds: true });
}
