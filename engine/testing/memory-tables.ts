import type {
  CallRow,
  CommandRow,
  InstanceWrite,
  SubscriptionOp,
  TaskOp,
  TaskRow,
  TaskStanding,
  WriteSet,
} from '../host/commit/rows';
import type { Delivery } from '../host/delivery/kinds';
import { type DueStart, type PendingMessage, RECEIPT_MS } from '../host/delivery/ports';
import type { SealedRow } from '../host/seal';

export interface MemoryInstance extends Omit<InstanceWrite, 'state' | 'text' | 'expectedSeq'> {
  seq: number;
  /** JSON text, as a database has it: nobody can change it from outside. */
  state: string;
}

export interface MemoryWork {
  instanceId: string;
  key: number;
  elementId: string;
  workType: string;
  versionId: string;
  processKey: string;
  attempt: number;
  retries: number;
  payload: string;
  availableAt: string;
  claims: number;
  token: string | null;
  worker: string | null;
  leasedAt: string | null;
}

export type MemoryIncident = Extract<
  WriteSet['incidents'] extends Map<string, infer V> ? V : never,
  { op: 'open' }
> & { resolvedAt: string | null };

type Opened = Extract<SubscriptionOp, { op: 'open' }>;

/** `token` is empty while nobody has leased it. */
export type MemoryDelivery = Delivery & {
  availableAt: number;
  createdAt: string;
  quarantined: boolean;
  error: string | null;
};

export interface MemoryMessage extends PendingMessage {
  pending: boolean;
  named: boolean;
  consumed: boolean;
  receiver: string | null;
  /** Milliseconds of the store's clock. */
  availableAt: number;
  expiresAt: number;
  error: string | null;
}

export interface MemoryStart extends Omit<DueStart, 'dueAt' | 'data'> {
  kind: 'message' | 'signal';
  name: string;
}

/** The tables of a store that lives in memory. Values are plain rows; tests read them. */
export class MemoryTables {
  instances = new Map<string, MemoryInstance>();
  ledger = new Map<string, SealedRow[]>();
  commands = new Map<string, CommandRow>();
  work = new Map<string, MemoryWork>();
  timers = new Map<string, { instanceId: string; key: number; elementId: string; dueAt: string }>();
  tasks = new Map<string, TaskRow & TaskStanding & Pick<TaskOp, 'voters' | 'reminders'>>();
  incidents = new Map<string, MemoryIncident>();
  content = new Map<string, string>();
  /** In order of opening. */
  subscriptions = new Map<string, Opened>();
  outbox: MemoryDelivery[] = [];
  calls = new Map<string, CallRow>();
  messages: MemoryMessage[] = [];
  startSubscriptions: MemoryStart[] = [];
  startTimers: DueStart[] = [];
  private ids = 0;

  nextId(): string {
    this.ids += 1;
    return String(this.ids);
  }

  /** Writes everything: nothing in here can fail half-way. */
  apply(writes: WriteSet): void {
    for (const { state, text, expectedSeq: _was, ...rest } of writes.instances.values())
      this.instances.set(rest.id, {
        ...(this.instances.get(rest.id) ?? rest),
        head: rest.head,
        at: rest.at,
        seq: state.seq,
        state: text,
      });
    for (const row of writes.ledger)
      this.ledger.set(row.stream, [...(this.ledger.get(row.stream) ?? []), row]);
    for (const row of writes.commands) this.commands.set(row.id, row);
    for (const [hash, body] of writes.content) this.content.set(hash, body);
    this.applyWork(writes);
    for (const [id, op] of writes.timers) {
      const { instanceId, key } = op;
      if (op.op === 'delete') this.timers.delete(id);
      else this.timers.set(id, { instanceId, key, elementId: op.elementId, dueAt: op.dueAt });
    }
    this.applyPeople(writes);
    this.applyExchange(writes);
  }

  private applyExchange({ subscriptions, outbox, calls, messages }: WriteSet): void {
    for (const [id, op] of subscriptions) {
      this.subscriptions.delete(id);
      if (op.op === 'open') this.subscriptions.set(id, op);
    }
    for (const row of outbox) this.deliver({ ...row, payload: JSON.parse(row.payload) }, row.createdAt);
    for (const row of calls) this.calls.set(row.childId, row);
    for (const { position, receiver, at } of messages.values()) {
      const message = this.messages.find((each) => each.position === position);
      if (message?.named) {
        const expiresAt = Math.max(message.expiresAt, Date.parse(at) + RECEIPT_MS);
        Object.assign(message, { consumed: true, pending: false, receiver, token: '', expiresAt });
      } else this.messages = this.messages.filter((each) => each.position !== position);
    }
  }

  /** A ref that exists is left as it is. */
  deliver(row: Pick<Delivery, 'ref' | 'lane' | 'kind' | 'payload'>, createdAt: string): void {
    if (this.outbox.some((each) => each.ref === row.ref)) return;
    const { ref, lane, kind, payload } = row;
    const fresh = { claims: 0, token: '', quarantined: false, error: null };
    const availableAt = Date.parse(createdAt);
    const named = { id: this.nextId(), ref, lane, kind, payload, createdAt, availableAt };
    this.outbox.push({ ...named, ...fresh } as MemoryDelivery);
  }

  private applyWork({ work }: WriteSet): void {
    for (const [id, op] of work) {
      if (op.op === 'delete') this.work.delete(id);
      else if (op.op === 'reschedule') {
        const free = { claims: 0, token: null, worker: null, leasedAt: null };
        const { attempt, availableAt } = op;
        Object.assign(this.work.get(id) ?? {}, { attempt, availableAt, ...free });
      } else {
        const { lease, createdAt, ...row } = op.row;
        const leased = {
          claims: 1,
          token: lease?.token ?? null,
          worker: lease?.worker ?? null,
          leasedAt: createdAt,
        };
        const free = { claims: 0, token: null, worker: null, leasedAt: null };
        this.work.set(id, { ...row, ...(lease ? leased : free) });
      }
    }
  }

  private applyPeople({ tasks, incidents }: WriteSet): void {
    for (const [id, { row, standing, keepAssignee, voters, reminders }] of tasks) {
      const before = row ? { ...row, voters: [], reminders: 0 } : this.tasks.get(id);
      if (!before) continue;
      const { assignee, assigneeName } = { ...standing, ...(keepAssignee ? this.tasks.get(id) : {}) };
      const all = [...before.voters, ...voters];
      const times = before.reminders + reminders;
      this.tasks.set(id, { ...before, ...standing, assignee, assigneeName, voters: all, reminders: times });
    }
    for (const [id, op] of incidents) {
      if (op.op === 'open') this.incidents.set(id, { ...op, resolvedAt: null });
      else Object.assign(this.incidents.get(id) ?? {}, { resolvedAt: op.resolvedAt });
    }
  }
}
