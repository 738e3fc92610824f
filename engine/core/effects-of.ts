import type { Effect } from './effects';
import type { EngineEvent } from './events';
import type { CalledBy } from './state';

/** The row changes that follow from one event, from the event alone. */
export function effectsOf(event: EngineEvent): Effect[] {
  const key = event.key ?? 0;
  const elementId = event.elementId ?? '';
  switch (event.type) {
    case 'work.created': {
      const { workType, attempt, retries, payload } = event.data;
      return [{ type: 'run-work', key, elementId, workType, attempt, retries, availableAt: null, payload }];
    }
    case 'work.failed': {
      const { retryAt, lease } = event.data;
      if (retryAt === undefined) return [{ type: 'drop-work', key }];
      return [{ type: 'reschedule-work', key, attempt: lease.attempt + 1, availableAt: retryAt }];
    }
    case 'work.completed':
    case 'work.cancelled':
    case 'expressions.answered':
      return [{ type: 'drop-work', key }];
    case 'timer.set':
      return [{ type: 'set-timer', key, elementId, dueAt: event.data.dueAt }];
    case 'timer.fired':
    case 'timer.cancelled':
      return [{ type: 'drop-timer', key }];
    case 'instance.completed': {
      const { calledBy, variables = {} } = event.data;
      return calledBy ? [{ type: 'answer-call', calledBy, outcome: { ok: true, variables } }] : [];
    }
    case 'instance.failed':
      return failedCall(event.data.calledBy, event.data.errorCode, event.data.message);
    case 'instance.terminated':
      return failedCall(event.data.calledBy, null, event.data.reason);
    case 'incident.raised': {
      const { incidentKey, code, message } = event.data;
      return [{ type: 'open-incident', incidentKey, key, elementId, code, message }];
    }
    case 'incident.resolved':
      return [{ type: 'close-incident', incidentKey: event.data.incidentKey }];
    default:
      return event.type.startsWith('task.')
        ? taskEffects(event, key, elementId)
        : exchangeEffects(event, key, elementId);
  }
}

/** What crosses the border of the instance. */
function exchangeEffects(event: EngineEvent, key: number, elementId: string): Effect[] {
  switch (event.type) {
    case 'message.awaited':
      return [{ type: 'await-message', key, elementId, ...event.data }];
    case 'signal.awaited':
      return [{ type: 'await-signal', key, elementId, ...event.data }];
    case 'message.received':
    case 'signal.received':
      // a start event receives without having waited
      return event.data.start ? [] : [{ type: 'drop-subscription', key }];
    case 'message.forgone':
    case 'signal.forgone':
      return [{ type: 'drop-subscription', key }];
    case 'message.sent':
      return [{ type: 'publish-message', key, elementId, ...event.data }];
    case 'signal.sent':
      return [{ type: 'broadcast-signal', key, elementId, ...event.data }];
    case 'call.started':
      return [{ type: 'start-call', key, elementId, ...event.data }];
    case 'escalation.thrown': {
      const { calledBy, caughtBy, code } = event.data;
      return calledBy && caughtBy === null ? [{ type: 'escalate-call', calledBy, code }] : [];
    }
    case 'call.cancelled':
      return [{ type: 'cancel-call', key, reason: event.data.reason }];
    default:
      return [];
  }
}

function failedCall(calledBy: CalledBy | undefined, errorCode: string | null, message: string): Effect[] {
  return calledBy ? [{ type: 'answer-call', calledBy, outcome: { ok: false, errorCode, message } }] : [];
}

function taskEffects(event: EngineEvent, key: number, elementId: string): Effect[] {
  const update = (assignee: string | null, assigneeName: string | null, voter?: string): Effect[] => [
    {
      type: 'update-task',
      key,
      state: assignee === null ? 'open' : 'claimed',
      assignee,
      assigneeName,
      ...(voter === undefined ? {} : { voter }),
    },
  ];
  switch (event.type) {
    case 'task.opened':
      return [
        { type: 'open-task', key, elementId, task: event.data },
        ...reminder(event.data.remindAt, key, elementId),
      ];
    case 'task.claimed':
      return update(event.data.personId, event.data.personName);
    case 'task.released':
      return update(null, null);
    case 'task.delegated':
      return update(event.data.to, event.data.toName);
    case 'task.reminded':
      return [
        { type: 'remind-task', key },
        { type: 'drop-timer', key },
        ...reminder(event.data.next, key, elementId),
      ];
    case 'task.voted':
      return update(null, null, event.data.personId);
    case 'task.completed': {
      const { outcome, personId } = event.data;
      const dropped = event.data.reminder ? [{ type: 'drop-timer', key } as const] : [];
      return [{ type: 'close-task', key, state: 'completed', outcome, decidedBy: personId }, ...dropped];
    }
    case 'task.cancelled':
      return [
        { type: 'close-task', key, state: 'cancelled', outcome: null, decidedBy: null },
        ...(event.data.reminder ? [{ type: 'drop-timer', key } as const] : []),
      ];
    default:
      return [];
  }
}

/** The timer of a reminder is the task's own. */
const reminder = (dueAt: string | undefined, key: number, elementId: string): Effect[] =>
  dueAt === undefined ? [] : [{ type: 'set-timer', key, elementId, dueAt }];

const TABLES = {
  'run-work': { table: 'work', opens: true, closes: false },
  'reschedule-work': { table: 'work', opens: false, closes: false },
  'drop-work': { table: 'work', opens: false, closes: true },
  'set-timer': { table: 'timer', opens: true, closes: false },
  'drop-timer': { table: 'timer', opens: false, closes: true },
  'await-message': { table: 'subscription', opens: true, closes: false },
  'await-signal': { table: 'subscription', opens: true, closes: false },
  'drop-subscription': { table: 'subscription', opens: false, closes: true },
  'publish-message': { table: 'outbox', opens: false, closes: false },
  'broadcast-signal': { table: 'outbox', opens: false, closes: false },
  'start-call': { table: 'outbox', opens: false, closes: false },
  'cancel-call': { table: 'outbox', opens: false, closes: false },
  'answer-call': { table: 'outbox', opens: false, closes: false },
  'escalate-call': { table: 'outbox', opens: false, closes: false },
  'open-task': { table: 'task', opens: true, closes: false },
  'update-task': { table: 'task', opens: false, closes: false },
  'remind-task': { table: 'task', opens: false, closes: false },
  'close-task': { table: 'task', opens: false, closes: true },
  'open-incident': { table: 'incident', opens: true, closes: false },
  'close-incident': { table: 'incident', opens: false, closes: true },
} as const satisfies Record<Effect['type'], { table: string; opens: boolean; closes: boolean }>;

const rowOf = (effect: Effect): string =>
  `${TABLES[effect.type].table}:${'incidentKey' in effect ? effect.incidentKey : 'key' in effect ? effect.key : ''}`;

/**
 * What a transition leaves to be written: a row that it both opens and closes is never written, and a row that it
 * closes and opens again is closed first. Closing effects come before opening ones.
 */
export function netEffects(events: readonly EngineEvent[]): Effect[] {
  const all = events.flatMap(effectsOf);
  if (all.length < 2) return all;
  const opened = new Map<string, Effect>();
  const before: Effect[] = [];
  for (const effect of all) {
    const { opens, closes } = TABLES[effect.type];
    if (opens) opened.set(rowOf(effect), effect);
    else if (!(closes && opened.delete(rowOf(effect)))) before.push(effect);
  }
  return [...before, ...opened.values()];
}
