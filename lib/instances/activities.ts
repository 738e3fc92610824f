import type { RecordedTransition } from '@/engine/host/ports';

/** One element instance, alive or ended, as the API lists it. */
export interface ActivityAnswer {
  elementId: string;
  elementType: string;
  key: string;
  scopeKey: string;
  state: 'active' | 'waiting' | 'incident' | 'completed' | 'terminated' | 'compensated';
  /** When it reached this state. */
  since: string;
}

const STATE: Partial<Record<string, ActivityAnswer['state']>> = {
  'element.activated': 'active',
  'element.completed': 'completed',
  'element.terminated': 'terminated',
  'element.compensated': 'compensated',
  'work.created': 'waiting',
  'task.opened': 'waiting',
  'timer.set': 'waiting',
  'incident.raised': 'incident',
  'incident.resolved': 'active',
};

/** Folds a history into the newest state of every element instance, in order of activation. */
export function activitiesOf(history: readonly RecordedTransition[]): ActivityAnswer[] {
  const byKey = new Map<number, ActivityAnswer>();
  for (const { at, events } of history) {
    for (const event of events) {
      const state = STATE[event.type];
      if (!state || event.key === undefined || !event.elementId) continue;
      const known = byKey.get(event.key);
      if (known) Object.assign(known, { state, since: at });
      else if (event.type === 'element.activated') {
        byKey.set(event.key, {
          elementId: event.elementId,
          elementType: event.elementType ?? '',
          key: String(event.key),
          scopeKey: String(event.scopeKey ?? 0),
          state,
          since: at,
        });
      }
    }
  }
  return [...byKey.values()];
}
