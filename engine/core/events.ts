import type { LeaseInfo } from './inputs';
import type { Json, JsonObject } from './json';
import type { ListenerMoment } from './model';
import type { CalledBy, Compensable, IncidentCode, Phase, Signature, Vote } from './state';

/** The data of each event type, version 1. Released versions never change; a new meaning is a new version. */
export interface EventData {
  'instance.started': {
    instanceId: string;
    versionId: string;
    processKey: string;
    businessKey: string | null;
    variables: JsonObject;
    startedBy: string;
    calledBy?: CalledBy;
    conversation?: string;
  };
  /** `calledBy` is who gets the answer; `variables` are it. */
  'instance.completed': { calledBy?: CalledBy; variables?: JsonObject };
  'instance.terminated': { reason: string; calledBy?: CalledBy };
  'instance.failed': { errorCode: string; message: string; calledBy?: CalledBy };
  /** `arrival` is the token it consumes; `attachedTo` names the activation whose boundary event this is. */
  'element.activated': {
    arrival?: number;
    attachedTo?: number;
    variables?: JsonObject;
    data?: Json;
    /** 1-based, of a loop or multi-instance; the event's scope is the loop's activation. */
    iteration?: number;
    /** The activation that asked to undo something. */
    undoes?: number;
  };
  /** `compensable`: it can be undone as long as the scope around it lives or can be undone itself. */
  'element.completed': { compensable?: true };
  'element.terminated': { reason?: string };
  /** A boundary event starts to listen on an activation. It is `element.activated` only when it is triggered. */
  'boundary.attached': { attachedTo: number; data?: Json; trigger?: number };
  'boundary.detached': Record<string, never>;
  /** Any other event starts to listen: of an event sub-process, after an event-based gateway, one of several triggers. */
  'listener.attached': { attachedTo: number; trigger?: number };
  'listener.detached': Record<string, never>;
  /** The token on a flow is an arrival (its key is the event's) until an activation or a join consumes it. */
  'flow.taken': { flowId: string; target: string };
  /** Arrivals consumed by a join, by key. */
  'join.passed': { arrivals: number[] };
  /** Tokens on their way to a join that a terminate end removed. */
  'arrivals.discarded': { arrivals: number[] };
  /** The event's `scopeKey` is the scope written to: an activation's key, 0 for the process. */
  'variables.set': { variables: JsonObject; reason?: string };
  /** `phase` is set when the work answers expressions and that phase is run again afterwards. */
  'work.created': {
    workType: string;
    retries: number;
    attempt: number;
    payload: Json;
    phase?: Phase;
    /** The work is that of an execution listener. */
    listener?: ListenerMoment;
  };
  'work.completed': { lease: LeaseInfo; report?: Json };
  'work.failed': { lease: LeaseInfo; error: string; retryAt?: string; report?: Json };
  /** Work withdrawn because its activation ended or was parked. */
  'work.cancelled': Record<string, never>;
  'expressions.answered': { answers: { [source: string]: Json } };
  'task.opened': TaskOpened;
  'task.claimed': { personId: string; personName: string };
  'task.released': { reason?: string };
  'task.delegated': { to: string; toName: string; reason?: string };
  'task.commented': { text: string };
  /** One of several decisions; the task stays open, or `task.completed` follows with what they came to. */
  'task.voted': Vote & { contentDigest: string | null; signature?: Signature };
  /** It still waits; `next` is when the next reminder is due. */
  'task.reminded': { remindAt: string; next?: string };
  'task.completed': {
    outcome: string | null;
    comment: string | null;
    contentDigest: string | null;
    variables: JsonObject;
    personId: string;
    /** A reminder was still to come. */
    reminder?: true;
    /** How many decided, where several do; `outcome` is what they came to, `personId` who decided last. */
    votes?: number;
    signature?: Signature;
  };
  'task.cancelled': { reason?: string; reminder?: true };
  /** An approval whose `requiredIf` was false: nobody was asked. */
  'task.skipped': { because: string };
  'timer.set': { dueAt: string };
  'timer.fired': { dueAt: string };
  'timer.cancelled': Record<string, never>;
  'message.awaited': { name: string; correlationKey: string | null };
  /** `start`: it began the instance, without having been awaited by it. */
  'message.received': { messageId: string; name: string; start?: true };
  'message.forgone': Record<string, never>;
  'signal.awaited': { name: string };
  'signal.received': { name: string; start?: true };
  'signal.forgone': Record<string, never>;
  'condition.awaited': { holds: boolean };
  'condition.changed': { holds: boolean };
  'condition.met': Record<string, never>;
  'condition.forgone': Record<string, never>;
  /** `timeToLive` in milliseconds; null takes the installation's default. */
  'message.sent': {
    name: string;
    correlationKey: string | null;
    timeToLive: number | null;
    variables: JsonObject;
    conversation?: string;
  };
  'signal.sent': { name: string; variables: JsonObject };
  /** `caughtBy` is null when nothing reacts, which is allowed; `calledBy` is who is told then. */
  'escalation.thrown': { code: string; caughtBy: string | null; calledBy?: CalledBy };
  'call.started': CallStarted;
  'call.returned': { variables: JsonObject };
  'call.failed': { errorCode: string | null; message: string };
  'call.cancelled': { reason: string };
  'loop.started': { total: number | null; items?: Json[]; gathers?: true };
  'loop.gathered': { iteration: number; value: Json };
  /** The listed activities will be undone, the first first. */
  'compensation.started': { undo: Compensable[] };
  /**
   * A handler takes over what is left to undo from who began it: the event that threw, or the handler before; or the end
   * of a cancelled transaction does from whoever undoes in a sub-process that ends with it. `awaited`: an event that throws
   * takes it over from a handler, and waits for that one, too.
   */
  'compensation.handed-on': { from: number; awaited?: true };
  'error.thrown': { errorCode: string; message: string; caughtBy: string | null; lease?: LeaseInfo };
  /** `phase` is what a retry runs again. */
  'incident.raised': { incidentKey: number; code: IncidentCode; message: string; phase?: Phase };
  'incident.resolved': { incidentKey: number; reason: string };
  'behavior.noted': { data: Json };
}

/**
 * Which version of a process or decision a step means. `deployment`: the one that was current when the step's own
 * process version was published.
 */
export type Binding =
  | { type: 'latest' | 'deployment' }
  | { type: 'version'; version: number }
  | { type: 'tag'; tag: string };

/** What a call activity asks for: the process and which of its versions. */
export interface CallStarted {
  /** 1-based: each retry of the call starts another instance. */
  attempt: number;
  processKey: string;
  binding: Binding;
  businessKey: string | null;
  variables: JsonObject;
}

export interface TaskOpened {
  name: string;
  /** `approval` demands a digest and an outcome; a plain user task does not. */
  approval: boolean;
  assignee: string | null;
  candidateUsers: string[];
  candidateGroups: string[];
  dueAt: string | null;
  priority: number | null;
  /** When the first reminder is due. */
  remindAt?: string;
  /** The calendar whose working time `dueAt` and reminders are counted in, as it was then. */
  calendar?: { id: string; name: string; revision: number };
}

export type EventType = keyof EventData;

/** Past tense, immutable. Its `seq` is its place in the stream; time and actor belong to the transition. */
export type EngineEvent = {
  [T in EventType]: {
    type: T;
    v: 1;
    elementId?: string;
    elementType?: string;
    key?: number;
    scopeKey?: number;
    data: EventData[T];
  };
}[EventType];
