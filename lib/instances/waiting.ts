import type { InstanceState } from '@/engine/core/state';

/** What an instance waits for, as the API names it. */
export interface WaitingFor {
  kind: 'task' | 'message' | 'timer' | 'signal' | 'work' | 'incident';
  elementId: string;
  taskId?: string;
  workId?: string;
  incidentId?: string;
  type?: string;
  dueAt?: string;
}

/** Every open wait of an instance, incidents first. */
export function waitingFor(state: InstanceState): WaitingFor[] {
  const incidents: WaitingFor[] = Object.values(state.incidents).map((one) => ({
    kind: 'incident',
    elementId: one.elementId,
    incidentId: `${state.id}:${one.key}`,
    type: one.code,
  }));
  const waits = Object.values(state.activations).flatMap((one): WaitingFor[] => {
    const id = `${state.id}:${one.key}`;
    if (!one.wait || one.status === 'incident') return [];
    if (one.wait.kind === 'task') return [{ kind: 'task', elementId: one.elementId, taskId: id }];
    if (one.wait.kind === 'timer')
      return [{ kind: 'timer', elementId: one.elementId, dueAt: one.wait.dueAt }];
    return [{ kind: 'work', elementId: one.elementId, workId: id, type: one.wait.workType }];
  });
  return [...incidents, ...waits];
}
