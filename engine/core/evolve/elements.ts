import { InvariantError } from '../errors';
import type { Activation } from '../state';
import { forget, remember, undoing } from './compensation';
import {
  type Applier,
  activationOf,
  add,
  born,
  consume,
  type Draft,
  type EventOf,
  end,
  put,
  use,
} from './draft';
import { iterationCompleted, iterationStarted } from './loops';

export const elementActivated: Applier<'element.activated'> = (draft, event) => {
  const { arrival, variables, data, iteration, undoes } = event.data;
  if (arrival !== undefined) consume(draft, [arrival]);
  const activation = born(event, variables, data);
  if (iteration !== undefined) activation.iteration = iteration;
  if (undoes !== undefined) activation.undoes = undoes;
  add(draft, activation);
  if (iteration !== undefined) iterationStarted(draft, activation.scopeKey);
  if (undoes !== undefined) undoing(draft, undoes);
};

export const elementCompleted: Applier<'element.completed'> = (draft, event) => {
  const { iteration, scopeKey, key, elementId, variables } = activationOf(draft, event);
  end(draft, event);
  if (iteration !== undefined) iterationCompleted(draft, scopeKey);
  if (event.data.compensable) {
    const done = { key, elementId, scopeKey };
    remember(draft, variables ? { ...done, variables } : done);
  } else forget(draft, key);
};

export const elementTerminated: Applier<'element.terminated'> = (draft, event) => {
  end(draft, event);
  forget(draft, event.key ?? 0);
};

export const listenerDetached: (
  draft: Draft,
  event: EventOf<'boundary.detached' | 'listener.detached'>,
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
