import type { Json, JsonObject } from './json';

export type InstanceStatus = 'running' | 'completed' | 'terminated' | 'failed';

/** Lifecycle of one activation; the legal moves are the table in `lifecycle.ts`. */
export type ActivationStatus = 'active' | 'waiting' | 'incident' | 'completed' | 'terminated';

/** What an activation waits for. Each active wait has exactly one row in the matching table of the store. */
export type Wait =
  | { kind: 'work'; workType: string; attempt: number; retries: number }
  | { kind: 'task'; assignee: string | null; state: 'open' | 'claimed' }
  | { kind: 'timer'; dueAt: string };

/**
 * The atomic parts of one activation's life. Each runs wholly or not at all: when it needs an answer from outside
 * or meets an incident, its events are discarded and it is run again later.
 */
export type Phase = 'input' | 'activate' | 'output' | 'leave';

/**
 * One element instance that is alive. A token is never a counter: it is an activation or an arrival.
 * Ended activations leave the state; history is in the events.
 */
export interface Activation {
  key: number;
  elementId: string;
  /** Key of the containing scope's activation; 0 is the process itself. */
  scopeKey: number;
  status: ActivationStatus;
  /** Present exactly while the status is `waiting`. */
  wait?: Wait;
  /** For a boundary event that listens: the activation it is attached to. */
  attachedTo?: number;
  /** Its boundary events have been attached once; a retry does not attach them again. */
  listening?: true;
  /** The phase that is run again after an answer or a retry. */
  phase?: Phase;
  /** Attempts of work that ended without a result; a new piece of work counts on from here. */
  attempts?: number;
  /** For a scope or an element with input mappings: its own variables. */
  variables?: JsonObject;
  /** Answers of unbounded expressions by source, kept until the step that asked has run. */
  answers?: { [source: string]: Json };
  /** The behaviour's own small data. */
  data?: Json;
}

/** A taken flow whose token waits at a join, or is on its way to the activation that consumes it. */
export interface Arrival {
  flowId: string;
  elementId: string;
  scopeKey: number;
  /** Sequence among arrivals, so that the oldest is consumed first. */
  key: number;
}

export interface OpenIncident {
  key: number;
  /** 0 when it concerns the process instance as a whole. */
  activationKey: number;
  elementId: string;
  code: IncidentCode;
  message: string;
}

/** `uncaught-error` accompanies a failed instance; all others can be retried. */
export type IncidentCode =
  | 'no-flow-matched'
  | 'evaluation'
  | 'work-exhausted'
  | 'deadlock'
  | 'step-limit'
  | 'not-implemented'
  | 'quarantined'
  | 'uncaught-error';

/** The whole state of one process instance; plain JSON, written only by `evolve`. */
export interface InstanceState {
  format: 1;
  id: string;
  status: InstanceStatus;
  versionId: string;
  processKey: string;
  businessKey: string | null;
  /** Number of events folded so far; the next event is `seq + 1`. */
  seq: number;
  /** The next activation, arrival or incident key. */
  nextKey: number;
  variables: JsonObject;
  activations: { [key: string]: Activation };
  arrivals: Arrival[];
  incidents: { [key: string]: OpenIncident };
  /** Who completed which human step: element id → person ids (four-eyes reads it). */
  doneBy: { [elementId: string]: string[] };
  startedBy: string;
}
