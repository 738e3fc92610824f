import type { Json, JsonObject } from './json';
import type { ListenerMoment } from './model';

export type InstanceStatus = 'running' | 'completed' | 'terminated' | 'failed';

/** Lifecycle of one activation; the legal moves are the table in `lifecycle.ts`. */
export type ActivationStatus = 'active' | 'waiting' | 'incident' | 'completed' | 'terminated';

/** What an activation waits for. Each active wait has exactly one row in the matching table of the store. */
export type Wait =
  /** `listener`: the work is that of an execution or task listener. */
  | { kind: 'work'; workType: string; attempt: number; retries: number; listener?: ListenerMoment }
  /** `votes`: decisions so far, where several people decide. `remindAt`: when the next reminder is due; that is a timer. */
  | {
      kind: 'task';
      assignee: string | null;
      state: 'open' | 'claimed';
      votes?: readonly Vote[];
      remindAt?: string;
      /** Reminders so far. */
      reminded?: number;
    }
  | { kind: 'timer'; dueAt: string }
  | { kind: 'message'; name: string; correlationKey: string | null }
  | { kind: 'signal'; name: string }
  /** `holds`: what it was when last looked at; it triggers when it becomes true. */
  | { kind: 'condition'; holds: boolean }
  /** Another instance runs on its behalf. */
  | { kind: 'call' };

/** What a person put their name to, beside the content: kept with the decision. */
export interface Signature {
  /** The statement that was signed, as the approval has it. */
  meaning: string;
  /** The signer's name at that moment. */
  name: string;
  /**
   * `password`: asked again for it. `single-sign-on`: the identity provider made them sign in again. `demo`: a name was
   * typed and nobody's identity checked.
   */
  method: 'password' | 'single-sign-on' | 'demo';
  /** RFC 3339 UTC. */
  at: string;
}

/** One person's decision on a task that several decide. */
export interface Vote {
  personId: string;
  personName: string;
  outcome: string | null;
  comment: string | null;
  variables: JsonObject;
  /** RFC 3339 UTC. */
  at: string;
}

/**
 * The atomic parts of one activation's life; `children` asks a scope what follows from an end inside it;
 * `before` and `after` are those of its execution listeners, `completing` those of a task that has been decided; `aside`
 * tells a task's listeners of one change. Each runs wholly or not at all: when it needs an answer from outside
 * or meets an incident, its events are discarded and it is run again later.
 */
export type Phase =
  | 'input'
  | 'before'
  | 'activate'
  | 'children'
  | 'completing'
  | 'output'
  | 'after'
  | 'leave'
  | 'aside';

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
  /**
   * For an event that listens: the activation whose border, scope or choice it belongs to; 0 is the process. It holds
   * no token.
   */
  attachedTo?: number;
  /** Which of its element's triggers a listener waits for. */
  trigger?: number;
  /** The loop or multi-instance around the iterations of an activity. */
  loop?: LoopState;
  /** 1-based number of an iteration; its scope is the loop's activation. */
  iteration?: number;
  /**
   * What a compensation throw event, a cancel end or a cancelled transaction has still to undo, the next first. On a
   * handler: what is undone after it, nobody waiting for that.
   */
  undo?: Compensable[];
  /** For an activation that undoes another: the activation that asked. */
  undoes?: number;
  /** Its boundary events have been attached once; a retry does not attach them again. */
  listening?: true;
  /** Events that are not on its border listen on its behalf. */
  awaiting?: true;
  /** The phase that is run again after an answer or a retry. */
  phase?: Phase;
  /** How many of its listeners are done. */
  heard?: Partial<Record<ListenerMoment, number>>;
  /** Attempts of work that ended without a result; a new piece of work counts on from here. */
  attempts?: number;
  /** For a scope or an element with input mappings: its own variables. */
  variables?: JsonObject;
  /** Answers of unbounded expressions by source, kept until the step that asked has run. */
  answers?: { [source: string]: Json };
  /** The behaviour's own small data. */
  data?: Json;
}

/** How far a repeated activity has come. */
export interface LoopState {
  /** Iterations to run; null while a condition decides. */
  total: number | null;
  started: number;
  completed: number;
  /** The items of a collection. */
  items?: Json[];
  /** What the iterations gave, by place; null until then. */
  outputs?: Json[];
}

/** A completed activity that can be undone. */
export interface Compensable {
  /** Key that its activation had. */
  key: number;
  elementId: string;
  /** Key of the scope it ran in, which may have ended since; of what is being undone, that of the scope to undo it in. */
  scopeKey: number;
  /** The variables of its own when it completed. */
  variables?: JsonObject;
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
  | 'call-failed'
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
  /** Completed activities that can be undone, in order of completion; absent while there are none. */
  compensable?: Compensable[];
  /** The call activity on whose behalf it runs. */
  calledBy?: CalledBy;
  /** Instances that exchange messages by the flows of one collaboration; absent when it began its own. */
  conversation?: string;
}

export interface CalledBy {
  instanceId: string;
  /** Key of the call activity's activation. */
  key: number;
}
