import type { Actor, EngineEvent, InstanceHistory, InstanceState, JsonObject, Recorded } from '@/engine/core';
import { EMPTY_HISTORY, evolve, foldHistory } from '@/engine/core';

/** An event as `/instances/{id}/events` and the live stream send it. */
export interface SentEvent {
  seq: number;
  type: string;
  elementId: string | null;
  elementType: string | null;
  key: string | null;
  scopeKey: string | null;
  at: string;
  actor: Actor;
  data: unknown;
}

/** An instance as of one event. */
export interface Moment {
  /** Number of events folded; 0 before the first. */
  seq: number;
  state: InstanceState | null;
  history: InstanceHistory;
  /** The newest event that changed process variables, and what they were before it. */
  change: { seq: number; before: JsonObject } | null;
}

/** Everything that happened, and enough snapshots to go to any moment quickly. Immutable. */
export interface InstanceLog {
  entries: readonly Recorded[];
  /** One each `SNAPSHOT_EVERY` events, the first at the beginning. */
  snapshots: readonly Moment[];
  /** As of the last event. */
  tip: Moment;
}

/** Events between snapshots: what going back costs at most. */
export const SNAPSHOT_EVERY = 200;

/** Before the first event. */
export const START: Moment = { seq: 0, state: null, history: EMPTY_HISTORY, change: null };

export const EMPTY_LOG: InstanceLog = { entries: [], snapshots: [START], tip: START };

/** The sent form as the engine's: fields that are null were absent. */
export function recordedOf(sent: SentEvent): Recorded {
  const event = {
    type: sent.type,
    v: 1,
    ...(sent.elementId === null ? {} : { elementId: sent.elementId }),
    ...(sent.elementType === null ? {} : { elementType: sent.elementType }),
    ...(sent.key === null ? {} : { key: Number(sent.key) }),
    ...(sent.scopeKey === null ? {} : { scopeKey: Number(sent.scopeKey) }),
    data: sent.data,
  } as EngineEvent;
  return { seq: sent.seq, at: sent.at, actor: sent.actor, event };
}

/**
 * Adds events that follow the log's last one; those it has are left out. Null when one in between is missing: what
 * comes after a hole can't be folded.
 */
export function append(log: InstanceLog, sent: readonly SentEvent[]): InstanceLog | null {
  const fresh = sent.filter((event) => event.seq > log.tip.seq).map(recordedOf);
  if (fresh.length === 0) return log;
  if (fresh.some((entry, index) => entry.seq !== log.tip.seq + 1 + index)) return null;
  const snapshots = [...log.snapshots];
  let tip = log.tip;
  for (let done = 0; done < fresh.length; ) {
    const room = SNAPSHOT_EVERY - (tip.seq % SNAPSHOT_EVERY);
    tip = advance(tip, fresh.slice(done, done + room));
    done += room;
    if (tip.seq % SNAPSHOT_EVERY === 0) snapshots.push(tip);
  }
  return { entries: [...log.entries, ...fresh], snapshots, tip };
}

/** The instance as of an event; the newest moment when there are not that many. */
export function momentAt(log: InstanceLog, seq: number): Moment {
  if (seq >= log.tip.seq) return log.tip;
  const from = log.snapshots[Math.floor(Math.max(0, seq) / SNAPSHOT_EVERY)] ?? START;
  return advance(from, log.entries.slice(from.seq, Math.max(0, seq)));
}

/** The moment after more events. */
export function advance(from: Moment, entries: readonly Recorded[]): Moment {
  let { state, change } = from;
  for (const { seq, event } of entries) {
    const next: InstanceState = evolve(state, event);
    if (state && next.variables !== state.variables) change = { seq, before: state.variables };
    state = next;
  }
  return {
    seq: entries.at(-1)?.seq ?? from.seq,
    state,
    change,
    history: foldHistory(from.history, entries),
  };
}
