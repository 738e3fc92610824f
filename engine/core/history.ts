import type { EngineEvent, EventType } from './events';
import type { Actor } from './inputs';
import type { ActivationStatus } from './state';

/** An event where it stands in its stream. */
export interface Recorded {
  seq: number;
  at: string;
  actor: Actor;
  event: EngineEvent;
}

/** One activation as views show it, ended ones included. */
export interface ActivityView {
  key: number;
  elementId: string;
  elementType: string;
  scopeKey: number;
  state: ActivationStatus;
  /** When it reached this state. */
  since: string;
  /** It holds the iterations of a repeated step. */
  loop?: true;
  startedAt: string;
}

/** How many activations of an element are in each state. */
export type StatusCounts = Readonly<Record<ActivationStatus, number>>;

export interface TimelineEntry {
  seq: number;
  at: string;
  actor: Actor;
  type: EventType;
  elementId?: string;
  elementType?: string;
  key?: number;
}

/** What happened so far, for pages: counts by element, taken flows, the activities and the events in order. */
export interface InstanceHistory {
  seq: number;
  elements: Readonly<Record<string, StatusCounts>>;
  /** How often each flow was taken, by flow id. */
  flows: Readonly<Record<string, number>>;
  activities: Readonly<Record<number, ActivityView>>;
  timeline: readonly TimelineEntry[];
  startedAt: string | null;
  endedAt: string | null;
}

export const EMPTY_HISTORY: InstanceHistory = {
  seq: 0,
  elements: {},
  flows: {},
  activities: {},
  timeline: [],
  startedAt: null,
  endedAt: null,
};

const NONE: StatusCounts = { active: 0, waiting: 0, incident: 0, completed: 0, terminated: 0 };

/** The state of an activity after an event; events that are not listed leave it. */
const STATE_AFTER: Partial<Record<EventType, ActivationStatus>> = {
  'element.activated': 'active',
  'boundary.attached': 'active',
  'element.completed': 'completed',
  'element.terminated': 'terminated',
  'work.created': 'waiting',
  'work.completed': 'active',
  'work.cancelled': 'active',
  'expressions.answered': 'active',
  'task.opened': 'waiting',
  'task.completed': 'active',
  'task.cancelled': 'active',
  'timer.set': 'waiting',
  'timer.fired': 'active',
  'timer.cancelled': 'active',
  'listener.attached': 'active',
  'message.awaited': 'waiting',
  'message.received': 'active',
  'message.forgone': 'active',
  'signal.awaited': 'waiting',
  'signal.received': 'active',
  'signal.forgone': 'active',
  'condition.awaited': 'waiting',
  'condition.met': 'active',
  'condition.forgone': 'active',
  'call.started': 'waiting',
  'call.returned': 'active',
  'call.failed': 'active',
  'call.cancelled': 'active',
  'incident.raised': 'incident',
  'incident.resolved': 'active',
};

/** Adds events of one instance, in order. Pure: `history` is not changed. Knows no executable and no behaviour. */
export function foldHistory(history: InstanceHistory, recorded: readonly Recorded[]): InstanceHistory {
  const draft: Draft = {
    ...history,
    elements: { ...history.elements },
    flows: { ...history.flows },
    activities: { ...history.activities },
    timeline: [...history.timeline],
  };
  for (const entry of recorded) if (entry.seq > draft.seq) apply(draft, entry);
  return draft;
}

interface Draft extends InstanceHistory {
  elements: Record<string, StatusCounts>;
  flows: Record<string, number>;
  activities: Record<number, ActivityView>;
  timeline: TimelineEntry[];
}

function apply(draft: Draft, { seq, at, actor, event }: Recorded): void {
  const { type, elementId, elementType, key } = event;
  draft.seq = seq;
  draft.timeline.push({
    seq,
    at,
    actor,
    type,
    ...(elementId === undefined ? {} : { elementId }),
    ...(elementType === undefined ? {} : { elementType }),
    ...(key === undefined ? {} : { key }),
  });
  if (event.type === 'instance.started') draft.startedAt = at;
  else if (type.startsWith('instance.')) draft.endedAt = at;
  else if (event.type === 'flow.taken')
    draft.flows[event.data.flowId] = (draft.flows[event.data.flowId] ?? 0) + 1;
  else if (event.type === 'boundary.detached' || event.type === 'listener.detached') forget(draft, key);
  else moveActivity(draft, event, at);
}

function moveActivity(draft: Draft, event: EngineEvent, at: string): void {
  const { elementId, elementType = '', key, scopeKey = 0 } = event;
  const state = STATE_AFTER[event.type];
  if (state === undefined || key === undefined || elementId === undefined) return;
  const before = draft.activities[key];
  const born = { key, elementId, elementType, scopeKey, startedAt: at };
  draft.activities[key] = { ...(before ?? born), state, since: at };
  if (before) count(draft, elementId, before.state, -1);
  // a step that was repeated was done as often as its iterations say; the loop around them is not one more
  if (state !== 'completed' || !before?.loop) count(draft, elementId, state, 1);
  const loop = draft.activities[scopeKey];
  if (event.type === 'element.activated' && event.data.iteration !== undefined && loop && !loop.loop)
    draft.activities[scopeKey] = { ...loop, loop: true };
}

/** A boundary event that stops listening was never reached by a token: it leaves no trace in the counts. */
function forget(draft: Draft, key: number | undefined): void {
  const listening = key === undefined ? undefined : draft.activities[key];
  if (listening === undefined) return;
  count(draft, listening.elementId, listening.state, -1);
  delete draft.activities[listening.key];
}

function count(draft: Draft, elementId: string, state: ActivationStatus, by: number): void {
  const counts = Object.hasOwn(draft.elements, elementId) ? draft.elements[elementId] : undefined;
  const from = counts ?? NONE;
  draft.elements[elementId] = { ...from, [state]: from[state] + by };
}
