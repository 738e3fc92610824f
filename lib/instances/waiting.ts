import type { InstanceState, Wait } from '@/engine/core/state';

/** What an instance waits for, as the API names it. */
export interface WaitingFor {
  kind: 'task' | 'message' | 'timer' | 'signal' | 'condition' | 'call' | 'work' | 'incident';
  elementId: string;
  taskId?: string;
  workId?: string;
  incidentId?: string;
  type?: string;
  dueAt?: string;
  /** Of a message or signal. */
  name?: string;
  /** What a message must bring; absent when any will do. */
  correlationKey?: string;
}

/** Every open wait of an instance, incidents first. */
export function waitingFor(state: InstanceState): WaitingFor[] {
  const incidents: WaitingFor[] = Object.values(state.incidents).map((one) => ({
    kind: 'incident',
    elementId: one.elementId,
    incidentId: `${state.id}:${one.key}`,
    type: one.code,
  }));
  const waits = Object.values(state.activations).flatMap(({ key, elementId, wait, status }) =>
    !wait || status === 'incident' ? [] : [waitOf(`${state.id}:${key}`, elementId, wait)],
  );
  return [...incidents, ...waits];
}

function waitOf(id: string, elementId: string, wait: Wait): WaitingFor {
  switch (wait.kind) {
    case 'task':
      return { kind: 'task', elementId, taskId: id };
    case 'timer':
      return { kind: 'timer', elementId, dueAt: wait.dueAt };
    case 'work':
      return { kind: 'work', elementId, workId: id, type: wait.workType };
    case 'message': {
      const { name, correlationKey } = wait;
      return { kind: 'message', elementId, name, ...(correlationKey === null ? {} : { correlationKey }) };
    }
    case 'signal':
      return { kind: 'signal', elementId, name: wait.name };
    default:
      return { kind: wait.kind, elementId };
  }
}
