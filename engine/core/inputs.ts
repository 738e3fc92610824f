import type { Json, JsonObject } from './json';
import type { CalledBy, Signature } from './state';

/** Who did it. `id` is the person behind sessions, tokens and delegations. */
export interface Actor {
  kind: 'person' | 'service' | 'ai' | 'engine';
  id: string;
  name: string;
  via: 'session' | 'token' | 'link' | 'timer' | 'worker' | 'engine' | 'system';
}

/** How a piece of work was leased; recorded with its outcome. */
export interface LeaseInfo {
  worker: string;
  leasedAt: string;
  attempt: number;
}

/** Imperative; everything non-deterministic (time, answers, people) enters the core here and only here. */
export type Input =
  | {
      type: 'start';
      instanceId: string;
      variables: JsonObject;
      businessKey: string | null;
      startElementId?: string;
      /** What started it, when it was not asked for by a person or a call: recorded with the start event. */
      trigger?: { index: number; message?: { messageId: string; name: string }; signal?: string };
      calledBy?: CalledBy;
      conversation?: string;
    }
  /** `report` is recorded with the event (AI request, model, tokens, cost; HTTP status …) and not a variable. */
  | { type: 'complete-work'; key: number; variables: JsonObject; report?: Json; lease: LeaseInfo }
  | {
      type: 'fail-work';
      key: number;
      error: string;
      /** Set by the host after back-off with jitter; absent when no retry is left. */
      retryAt?: string;
      report?: Json;
      lease: LeaseInfo;
    }
  | {
      type: 'throw-error';
      key: number;
      errorCode: string;
      message: string;
      variables: JsonObject;
      lease?: LeaseInfo;
    }
  | { type: 'quarantine-work'; key: number; error: string; lease: LeaseInfo }
  | {
      type: 'answer';
      key: number;
      answers: { source: string; result: { ok: true; value: Json } | { ok: false; message: string } }[];
    }
  | { type: 'fire-timer'; key: number }
  /** `messageId` makes a repeat recognisable. */
  | { type: 'receive-message'; key: number; messageId: string; name: string; variables: JsonObject }
  | { type: 'receive-signal'; key: number; name: string; variables: JsonObject }
  /** The called instance ended; `failed` with the error's code, or null when it could not be started or was cancelled. */
  | { type: 'return-call'; key: number; variables: JsonObject }
  | { type: 'fail-call'; key: number; errorCode: string | null; message: string }
  /** The called instance threw an escalation that it did not catch; it goes on. */
  | { type: 'receive-escalation'; key: number; code: string }
  /** Elements of an ad-hoc sub-process that somebody chose. */
  | { type: 'activate-elements'; key: number; elementIds: readonly string[] }
  | { type: 'claim-task'; key: number; personId: string; personName: string }
  | { type: 'release-task'; key: number; reason?: string }
  | { type: 'delegate-task'; key: number; to: string; toName: string; reason?: string }
  | { type: 'comment-task'; key: number; text: string }
  | {
      type: 'complete-task';
      key: number;
      outcome: string | null;
      variables: JsonObject;
      comment: string | null;
      /** SHA-256 of what was shown; recomputed by the use case under the instance lock. */
      contentDigest: string | null;
      /** How the person proved once more who they are; the use case has checked it. */
      signature?: { method: Signature['method'] };
    }
  | { type: 'retry-incident'; incidentKey: number; reason: string; variables?: JsonObject }
  | { type: 'set-variables'; variables: JsonObject; scopeKey?: number; reason: string }
  | { type: 'cancel'; reason: string };

/** One input with its circumstances. `id` makes a repeat recognisable; `at` is the database's clock. */
export interface Command {
  id: string;
  at: string;
  actor: Actor;
  input: Input;
}
