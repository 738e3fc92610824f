import type { TaskOpened } from '../../core/events';
import type { IncidentCode, InstanceState } from '../../core/state';
import type { DeliveryKind } from '../delivery/kinds';
import type { SealedRow } from '../seal';

/** What a store has of an instance, read under its lock. */
export interface StoredInstance {
  id: string;
  processId: string;
  seq: number;
  /** Hex leaf hash of its newest ledger row. */
  head: string;
  updatedAt: string;
  /** @throws when the snapshot is damaged */
  readState(): InstanceState;
}

/** The next snapshot. `expectedSeq` is the compare-and-set guard; 0 means the row is new. */
export interface InstanceWrite {
  id: string;
  expectedSeq: number;
  processId: string;
  modelId: string;
  title: string | null;
  state: InstanceState;
  /** `state` as JSON, the way it is stored. */
  text: string;
  head: string;
  at: string;
}

export interface WorkRow {
  instanceId: string;
  key: number;
  elementId: string;
  workType: string;
  versionId: string;
  processKey: string;
  attempt: number;
  retries: number;
  /** JSON text. */
  payload: string;
  createdAt: string;
  /** Creation, end of a back-off, or end of a lease. */
  availableAt: string;
  /** Set when the committing process takes it over at once. */
  lease: { token: string; worker: string } | null;
}

/**
 * `insert`: work of an activation that this commit creates, which can't have a row yet; `upsert`: work of an older
 * one, whose earlier piece this replaces. `token`: the lease the row must still have when it is written.
 */
export type WorkOp =
  | { op: 'insert' | 'upsert'; row: WorkRow }
  | {
      op: 'reschedule';
      instanceId: string;
      key: number;
      attempt: number;
      availableAt: string;
      token: string | null;
    }
  | { op: 'delete'; instanceId: string; key: number; token: string | null };

/** `guarded`: the row must be there, or somebody else consumed it. */
export type TimerOp =
  | { op: 'set'; instanceId: string; key: number; elementId: string; dueAt: string }
  | { op: 'delete'; instanceId: string; key: number; guarded: boolean };

export interface TaskRow {
  id: string;
  instanceId: string;
  key: number;
  elementId: string;
  processId: string;
  versionId: string;
  opened: TaskOpened;
  openedAt: string;
}

/** The columns of a task that change during its life. */
export interface TaskStanding {
  state: 'open' | 'claimed' | 'completed' | 'cancelled';
  assignee: string | null;
  assigneeName: string | null;
  closedAt: string | null;
  outcome: string | null;
  decidedBy: string | null;
  /** Hash in `content` of what the decider was shown. */
  shown: string | null;
}

/** `row` is null for a task that was opened in an earlier commit; a closed task keeps its assignee. */
export interface TaskOp {
  id: string;
  row: TaskRow | null;
  standing: TaskStanding;
  keepAssignee: boolean;
  /** People whose decision came in this commit, others being waited for. */
  voters: readonly string[];
  /** Reminders in this commit. */
  reminders: number;
}

export type IncidentOp =
  | {
      op: 'open';
      id: string;
      instanceId: string;
      incidentKey: number;
      key: number;
      elementId: string;
      processId: string;
      code: IncidentCode;
      message: string;
      raisedAt: string;
    }
  | { op: 'close'; id: string; resolvedAt: string };

/** What an activation waits for from outside. */
export type SubscriptionOp =
  | {
      op: 'open';
      instanceId: string;
      key: number;
      elementId: string;
      kind: 'message' | 'signal';
      name: string;
      correlationKey: string | null;
      openedAt: string;
    }
  | { op: 'close'; instanceId: string; key: number };

/** Something to deliver after the commit. `ref` names it for good; rows of one `lane` keep their order. */
export interface OutboxRow {
  ref: string;
  lane: string;
  kind: DeliveryKind;
  /** JSON text. */
  payload: string;
  createdAt: string;
}

/** A child instance and whom it runs for. */
export interface CallRow {
  childId: string;
  parentId: string;
  parentKey: number;
  depth: number;
}

/** A message that a command consumes; it must still be there. */
export interface ConsumedMessage {
  position: string;
  receiver: string;
  at: string;
}

export interface CommandRow {
  id: string;
  instanceId: string;
  firstSeq: number;
  at: string;
}

/** Everything one commit writes; at most one operation a row. */
export interface WriteSet {
  instances: Map<string, InstanceWrite>;
  ledger: SealedRow[];
  commands: CommandRow[];
  work: Map<string, WorkOp>;
  timers: Map<string, TimerOp>;
  tasks: Map<string, TaskOp>;
  incidents: Map<string, IncidentOp>;
  /** Bodies by hash. */
  content: Map<string, string>;
  subscriptions: Map<string, SubscriptionOp>;
  /** In order of writing. */
  outbox: OutboxRow[];
  calls: CallRow[];
  /** Consumed messages by position. */
  messages: Map<string, ConsumedMessage>;
}

export const emptyWriteSet = (): WriteSet => ({
  instances: new Map(),
  ledger: [],
  commands: [],
  work: new Map(),
  timers: new Map(),
  tasks: new Map(),
  incidents: new Map(),
  content: new Map(),
  subscriptions: new Map(),
  outbox: [],
  calls: [],
  messages: new Map(),
});
