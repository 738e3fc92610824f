import type { LeaseInfo } from './inputs';
import type { Json, JsonObject } from './json';
import type { IncidentCode } from './state';

/** The data of each event type, version 1. Released versions never change; a new meaning is a new version. */
export interface EventData {
  'instance.started': {
    instanceId: string;
    versionId: string;
    processKey: string;
    businessKey: string | null;
    variables: JsonObject;
    startedBy: string;
  };
  'instance.completed': Record<string, never>;
  'instance.terminated': { reason: string };
  'instance.failed': { errorCode: string; message: string };
  'element.activated': { attachedTo?: number; variables?: JsonObject; data?: Json };
  'element.completed': Record<string, never>;
  'element.terminated': { reason?: string };
  'flow.taken': { flowId: string; target: string };
  /** Arrivals consumed by a join, by key. */
  'join.passed': { arrivals: number[] };
  'variables.set': { variables: JsonObject; reason?: string };
  'work.created': { workType: string; retries: number; attempt: number; payload: Json };
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
  'task.completed': {
    outcome: string | null;
    comment: string | null;
    contentDigest: string | null;
    variables: JsonObject;
    personId: string;
  };
  'task.cancelled': { reason?: string };
  /** An approval whose `requiredIf` was false: nobody was asked. */
  'task.skipped': { because: string };
  'timer.set': { dueAt: string };
  'timer.fired': { dueAt: string };
  'timer.cancelled': Record<string, never>;
  'error.thrown': { errorCode: string; message: string; caughtBy: string | null };
  'incident.raised': { incidentKey: number; code: IncidentCode; message: string };
  'incident.resolved': { incidentKey: number; reason: string };
  'behavior.noted': { data: Json };
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
