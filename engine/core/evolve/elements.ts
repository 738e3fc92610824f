import { InvariantError } from '../errors';
import type { JsonObject } from '../json';
import type { Activation } from '../state';
import { type Applier, activationOf, add, consume, type Draft, type EventOf, end, put, use } from './draft';

export const elementActivated: Applier<'element.activated'> = (draft, event) => {
  const { arrival, variables, data } = event.data;
  if (arrival !== undefined) consume(draft, [arrival]);
  add(draft, born(event, variables, data));
};

export const boundaryAttached: Applier<'boundary.attached'> = (draft, event) => {
  const host = draft.activations[event.data.attachedTo];
  if (host === undefined) throw new InvariantError('a boundary event cannot listen on an ended activation');
  if (host.listening === undefined) put(draft, { ...host, listening: true });
  add(draft, { ...born(event, undefined, event.data.data), attachedTo: host.key });
};

export const elementEnded: (
  draft: Draft,
  event: EventOf<'element.completed' | 'element.terminated' | 'boundary.detached'>,
) => void = end;

export const flowTaken: Applier<'flow.taken'> = (draft, event) => {
  const key = event.key ?? 0;
  use(draft, key);
  const arrival = {
    flowId: event.data.flowId,
    elementId: event.data.target,
    scopeKey: event.scopeKey ?? 0,
    key,
  };
  draft.arrivals = [...draft.arrivals, arrival];
};

export const joinPassed: (draft: Draft, event: EventOf<'join.passed' | 'arrivals.discarded'>) => void = (
  draft,
  event,
) => {
  consume(draft, event.data.arrivals);
};

export const variablesSet: Applier<'variables.set'> = (draft, event) => {
  const { variables } = event.data;
  const scope = event.scopeKey ?? 0;
  if (scope === 0) {
    draft.variables = { ...draft.variables, ...variables };
    return;
  }
  const owner = scopeOf(draft, scope);
  put(draft, { ...owner, variables: { ...owner.variables, ...variables } });
};

export const behaviorNoted: Applier<'behavior.noted'> = (draft, event) => {
  put(draft, { ...activationOf(draft, event), data: event.data.data });
};

function scopeOf(draft: Draft, key: number): Activation {
  const owner = draft.activations[key];
  if (owner === undefined) throw new InvariantError(`scope ${key} is not alive`);
  return owner;
}

function born(
  event: { elementId?: string; key?: number; scopeKey?: number },
  variables: JsonObject | undefined,
  data: Activation['data'],
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
