import { InvariantError } from '../errors';
import { statusAfter } from '../lifecycle';
import type { InstanceState, InstanceStatus } from '../state';
import { type Applier, activationOf, type Draft, type EventOf, put, use } from './draft';

/** The state before anything was activated. */
export function started(event: EventOf<'instance.started'>): InstanceState {
  const { instanceId, versionId, processKey, businessKey, variables, startedBy, calledBy, conversation } =
    event.data;
  const state: InstanceState = {
    format: 1,
    id: instanceId,
    status: 'running',
    versionId,
    processKey,
    businessKey,
    seq: 1,
    nextKey: 1,
    variables,
    activations: {},
    arrivals: [],
    incidents: {},
    doneBy: {},
    startedBy,
  };
  if (calledBy !== undefined) state.calledBy = calledBy;
  if (conversation !== undefined) state.conversation = conversation;
  return state;
}

export const instanceEnded =
  (
    status: InstanceStatus,
  ): ((
    draft: Draft,
    event: EventOf<'instance.completed' | 'instance.terminated' | 'instance.failed'>,
  ) => void) =>
  (draft) => {
    if (Object.keys(draft.activations).length > 0)
      throw new InvariantError('an instance with live activations cannot end');
    draft.status = status;
    draft.arrivals = [];
    delete draft.compensable;
  };

export const incidentRaised: Applier<'incident.raised'> = (draft, event) => {
  const { incidentKey, code, message, phase } = event.data;
  use(draft, incidentKey);
  const activationKey = event.key ?? 0;
  const elementId = event.elementId ?? '';
  const incident = { key: incidentKey, activationKey, elementId, code, message };
  draft.incidents = { ...draft.incidents, [incidentKey]: incident };
  if (activationKey === 0) return;
  const activation = activationOf(draft, event);
  const status = statusAfter(activation, event.type);
  put(draft, phase === undefined ? { ...activation, status } : { ...activation, status, phase });
};

export const incidentResolved: Applier<'incident.resolved'> = (draft, event) => {
  const { [event.data.incidentKey]: incident, ...open } = draft.incidents;
  if (incident === undefined) throw new InvariantError(`incident ${event.data.incidentKey} is not open`);
  draft.incidents = open;
  if (incident.activationKey !== 0) resume(draft, event);
};

function resume(draft: Draft, event: EventOf<'incident.resolved'>): void {
  const { answers: _answers, phase: _phase, ...activation } = activationOf(draft, event);
  put(draft, { ...activation, status: statusAfter(activationOf(draft, event), event.type) });
}
