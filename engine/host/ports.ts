import type { Effect } from '../core/effects';
import type { EngineEvent } from '../core/events';
import type { Actor, Command } from '../core/inputs';
import type { Json, JsonObject } from '../core/json';
import type { Executable } from '../core/model';
import type { InstanceState } from '../core/state';
import type { Rejection, Transition } from '../core/transition-types';
import type { DeliveryStore } from './delivery/ports';

/** A command addressed to an instance. `timer`/`workLease` are the row guards that must still hold under the lock. */
export interface Addressed {
  instanceId: string;
  command: Omit<Command, 'at'>;
  /** Work outcomes carry their lease: a stale one is refused as `stale-lease` and nothing is written. */
  workLease?: { key: number; token: string };
  /** A due timer: consumed in the same transaction, or the command is dropped as `gone`. */
  timer?: { key: number };
  /** A message to receive: consumed in the same transaction, or the command is dropped as `gone`. */
  message?: { position: string };
  /**
   * The sender never repeats it, or is content that a repeat is refused because the row it consumed (its work or its
   * timer) is gone. Its id is then not kept, which spares a row and an index entry.
   */
  once?: true;
  /** A last check under the lock, for what needs more than the core knows (the digest of what was shown). */
  guard?: (state: InstanceState, at: string) => Rejection | null;
  /** For `start`: what the new row needs. `processKey` is the BPMN id, `processId` the row of the process. */
  create?: {
    processId: string;
    modelId: string;
    versionId: string;
    processKey: string;
    title: string | null;
    /** For an instance that was called: how many calls lie above it, its own included. */
    depth?: number;
  };
  /** Bodies stored by hash in the same transaction, e.g. what a decider was shown (`hash` = `contentDigest`). */
  content?: readonly { hash: string; body: string }[];
}

/** What the store hands to `decide` under the instance's lock. `state` is null for an instance to be created. */
export interface Locked {
  addressed: Addressed;
  state: InstanceState | null;
  at: string;
}

/**
 * Nothing was written. `stale-lease` and `gone`: the row that was guarded belongs to somebody else or is consumed.
 * `storage-conflict`: writers kept colliding; safe to send again. `invariant`: computing the step threw, which is
 * a bug or a damaged snapshot; the instance is unchanged and the host raises an alert.
 */
export type Refusal =
  | Rejection
  | {
      ok: false;
      code: 'stale-lease' | 'gone' | 'unknown-instance' | 'storage-conflict' | 'invariant';
      message: string;
    };

export type Outcome =
  /** `repeated`: this command id was committed before; `state` is today's, nothing was done again. */
  | {
      ok: true;
      instanceId: string;
      state: InstanceState;
      firstSeq: number;
      events: EngineEvent[];
      repeated: boolean;
      handedOver: ClaimedWork[];
    }
  | Refusal;

/** Work leased to somebody. `token` fences: an outcome with another token is refused. */
export interface ClaimedWork {
  instanceId: string;
  key: number;
  elementId: string;
  workType: string;
  attempt: number;
  retries: number;
  claims: number;
  token: string;
  leasedAt: string;
  leaseUntil: string;
  payload: Json;
  versionId: string;
  processKey: string;
}

/** Work claimed this often without an outcome is claimed no more: it may be what ends its workers. */
export const MAX_CLAIMS = 5;

/**
 * Work claimed this often without an outcome is taken up only a few pieces at a time: what ends its workers then takes
 * few others with it, and those that merely were in bad company have an outcome before it strikes again.
 */
export const SUSPECT_CLAIMS = 3;
export const SUSPECTS_AT_ONCE = 4;

export interface ClaimRequest {
  /** Exact work types; in-process and external workers share the table and are told apart by type. */
  workTypes: readonly string[];
  max: number;
  leaseMs: number;
  worker: string;
}

export interface DueTimer {
  instanceId: string;
  key: number;
  elementId: string;
  dueAt: string;
}

/** Work types whose outcome is wanted by the committing process itself, leased in the commit that creates them. */
export interface HandOver {
  workTypes: readonly string[];
  worker: string;
  leaseMs: number;
  max: number;
}

/**
 * The seam between host and storage; memory and PostgreSQL pass one conformance suite.
 * Three guards per instance: row lock (in id order), compare-and-set on `seq`, key `(stream, first_seq)`.
 */
export interface EngineStore {
  /**
   * One transaction for many instances: lock in id order, dedupe by command id, check lease and timer guards,
   * call `decide` once per command in the given order (several for one instance see each other's result), write
   * snapshot, one ledger row a transition, effect rows, dedupe rows. A member that throws or conflicts is retried
   * alone so that one poison instance can't block the others. A connection lost at COMMIT is resolved by reading
   * the command ids back, never by blind retry.
   */
  commit(
    batch: readonly Addressed[],
    decide: (locked: Locked) => Transition | Rejection,
    handOver?: HandOver,
  ): Promise<Outcome[]>;
  claimWork(request: ClaimRequest): Promise<ClaimedWork[]>;
  extendLease(
    work: { instanceId: string; key: number; token: string },
    leaseMs: number,
  ): Promise<string | null>;
  /** The same for many at once; returns the tokens whose lease still holds. */
  extendLeases(
    work: readonly { instanceId: string; key: number; token: string }[],
    leaseMs: number,
  ): Promise<ReadonlySet<string>>;
  /** Gives work back without counting an attempt (a draining process). */
  releaseWork(work: { instanceId: string; key: number; token: string }): Promise<boolean>;
  /** Due by the database's clock, not yet consumed; the caller commits them one batch at a time. */
  dueTimers(max: number): Promise<DueTimer[]>;
  /** Work claimed `maxClaims` times without an outcome, to be quarantined. */
  exhaustedClaims(maxClaims: number, max: number): Promise<ClaimedWork[]>;
  /**
   * Puts an instance aside whose next step can't be computed: its work and timers rest, and an incident of key 0
   * stands for it, because the instance itself can record nothing. False when it is parked already.
   */
  park(instanceId: string, reason: string): Promise<boolean>;
  /** Lets a parked instance go on; false when it is not parked. @throws when its snapshot can't be read */
  unpark(instanceId: string): Promise<boolean>;
  load(instanceId: string): Promise<InstanceState | null>;
  history(instanceId: string, afterSeq: number, limit: number): Promise<RecordedTransition[]>;
  /** The one clock of everything: RFC 3339 UTC, milliseconds. Only a test store may offset it. */
  now(): Promise<string>;
  /** The next moment at which a timer or work of these types becomes due, for adaptive polling; null when none is. */
  nextDue(workTypes: readonly string[]): Promise<string | null>;
  /** Forgets command ids committed more than `days` ago (their repeats are no longer recognised); returns how many. */
  retentionSweep(days: number): Promise<number>;
  readonly signals: CommitSignals;
  /** What leaves instances and what reaches them from outside. */
  readonly delivery: DeliveryStore;
  close(): Promise<void>;
}

/** Best-effort pings between processes; polling stays the truth. */
export interface CommitSignals {
  /** After a commit: these instances changed. Coalesced; never blocks or throws. */
  publish(instanceIds: readonly string[]): void;
  /**
   * Ids changed by any process; an empty list means "some, unknown". `mine` when this process did it. Returns the
   * subscription's end.
   */
  subscribe(handler: (instanceIds: readonly string[], mine: boolean) => void): () => void;
  close(): Promise<void>;
}

/** One ledger row as readers see it; data is null when erased. */
export interface RecordedTransition {
  firstSeq: number;
  at: string;
  actor: Command['actor'];
  cause: string;
  events: EngineEvent[];
  leafHash: string;
  erased: boolean;
}

/** Executables by version and process, compiled once and cached. */
export interface ExecutableSource {
  get(versionId: string, processKey: string): Promise<Executable>;
}

/** A pure answer to one piece of claimed work. Thrown errors are failures and are retried. */
export type WorkAnswer =
  | { type: 'complete'; variables: JsonObject; report?: Json }
  | { type: 'throw'; errorCode: string; message: string; variables: JsonObject }
  | {
      type: 'answer';
      answers: { source: string; result: { ok: true; value: Json } | { ok: false; message: string } }[];
    }
  | { type: 'fail'; error: string; retryable: boolean; retryAfterMs?: number; report?: Json };

/** Runs outside any transaction; `variables` reads what is visible at the activation; `signal` aborts when the lease is lost or the process drains. */
export interface Worker {
  workType: string;
  /**
   * The longest a lease may last unrenewed, in milliseconds. Leases are renewed while `run` is running, so this says
   * how soon another process takes over after a crash, not how long the call may take.
   */
  leaseMs: number;
  /** Who the outcome is recorded as; the engine itself when absent. */
  actor?: Pick<Actor, 'kind' | 'id' | 'name'>;
  run(
    work: ClaimedWork,
    context: {
      signal: AbortSignal;
      idempotencyKey: string;
      executable: Executable;
      variables: () => Promise<JsonObject>;
    },
  ): Promise<WorkAnswer>;
}

export type { Effect };
