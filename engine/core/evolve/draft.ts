import { InvariantError } from '../errors';
import type { EngineEvent, EventType } from '../events';
import type { JsonObject } from '../json';
import { type LifecycleEvent, statusAfter } from '../lifecycle';
import type { Activation, InstanceState, Wait } from '../state';

/** A fresh shallow copy of the state: its fields may be replaced, what they hold may not be changed. */
export type Draft = InstanceState;

export type EventOf<T extends EventType> = Extract<EngineEvent, { type: T }>;

export type Applier<T extends EventType> = (draft: Draft, event: EventOf<T>) => void;

/** The event's own activation. Throws InvariantError when it is not alive. */
export function activationOf(draft: Draft, event: EngineEvent): Activation {
  const activation = draft.activations[event.key ?? 0];
  if (activation === undefined)
    throw new InvariantError(`${event.type} names activation ${event.key}, which is not alive`);
  return activation;
}

/** Replaces one activation. */
export function put(draft: Draft, activation: Activation): void {
  draft.activations = { ...draft.activations, [activation.key]: activation };
}

/** Adds an activation under a key that has never been used. */
export function add(draft: Draft, activation: Activation): void {
  if (activation.key < draft.nextKey)
    throw new InvariantError(`activation key ${activation.key} was used before`);
  use(draft, activation.key);
  put(draft, activation);
}

/** Keys are never used twice. */
export function use(draft: Draft, key: number): void {
  if (key < draft.nextKey) throw new InvariantError(`key ${key} was used before`);
  draft.nextKey = key + 1;
}

/** Moves the event's activation as the lifecycle table says; `wait` replaces what it waits for. */
export function move(draft: Draft, event: EngineEvent & { type: LifecycleEvent }, wait?: Wait): Activation {
  const { wait: _ended, ...rest } = activationOf(draft, event);
  const status = statusAfter(activationOf(draft, event), event.type);
  const moved: Activation = wait === undefined ? { ...rest, status } : { ...rest, status, wait };
  put(draft, moved);
  return moved;
}

/** Removes an activation that ended, with the tokens inside its scope. */
export function end(draft: Draft, event: EngineEvent & { type: LifecycleEvent }): void {
  const activation = activationOf(draft, event);
  statusAfter(activation, event.type);
  const { [activation.key]: _ended, ...alive } = draft.activations;
  draft.activations = alive;
  if (draft.arrivals.some((arrival) => arrival.scopeKey === activation.key))
    draft.arrivals = draft.arrivals.filter((arrival) => arrival.scopeKey !== activation.key);
}

/** A new activation as its first event describes it. */
export function born(
  event: { elementId?: string; key?: number; scopeKey?: number },
  variables?: JsonObject,
  data?: Activation['data'],
): Activation {
  const activation: Activation = {
    key: event.key ?? 0,
    elementId: event.elementId ?? '',
    scopeKey: event.scopeKey ?? 0,
    status: 'active',
  };
  if (variables !== undefined) activation.variables = variables;
  if (data !== undefined) activation.data = data;
  return activation;
}

/** The phase that asked has run: its answers must not leak into a later one. */
export function settled(activation: Activation): Activation {
  const { phase: _phase, answers: _answers, ...rest } = activation;
  return rest;
}

/** Consumes arrivals by key. Throws InvariantError when one is not there. */
export function consume(draft: Draft, keys: readonly number[]): void {
  const left = draft.arrivals.filter((arrival) => !keys.includes(arrival.key));
  if (left.length + keys.length !== draft.arrivals.length)
    throw new InvariantError(`arrivals ${keys.join(', ')} are not all there`);
  draft.arrivals = left;
}
