import type { InstanceState } from '../core/state';
import { incidentIdOf, rowKey, streamOf } from '../host/commit/ids';
import { type BatchView, type Decide, planBatch } from '../host/commit/plan';
import type { DeliveryStore } from '../host/delivery/ports';
import { waitingTimers } from '../host/parking';
import {
  type Addressed,
  type ClaimedWork,
  type ClaimRequest,
  type CommitSignals,
  type EngineStore,
  type HandOver,
  MAX_CLAIMS,
  type Outcome,
  SUSPECT_CLAIMS,
  SUSPECTS_AT_ONCE,
} from '../host/ports';
import { recordedTransition } from '../host/recorded';
import { readSnapshot } from '../host/snapshot';
import { MemoryDeliveryStore } from './memory-delivery';
import { MemoryTables, type MemoryWork } from './memory-tables';

/**
 * What may happen to the next commit. `crash-before` and `crash-after`: the process is gone before or after it was
 * durable, so the caller gets {@link CrashError}. `applied-with-error`: durable, but the answer was lost and has to be
 * found out. `serialization`: refused once and repeated. `duplicate`: the same batch arrives twice.
 */
export type CommitFault =
  | 'crash-before'
  | 'crash-after'
  | 'applied-with-error'
  | 'serialization'
  | 'duplicate';

const NEVER = '9999-12-31T00:00:00.000Z';

/** Stands for the death of the process: whoever gets it has lost all memory but the store. */
export class CrashError extends Error {
  override readonly name = 'CrashError';
}

export interface MemoryStoreOptions {
  /** RFC 3339; the clock stands still until `advance`. */
  now?: string;
}

/** The engine's storage in memory: same seam and suite as PostgreSQL, a clock that only tests move, and faults. */
export class MemoryStore implements EngineStore {
  tables = new MemoryTables();
  readonly signals: CommitSignals;
  readonly delivery: DeliveryStore;
  private clock: number;
  private tokens = 0;
  private faults: CommitFault[] = [];
  private readonly handlers = new Set<(ids: readonly string[], mine: boolean) => void>();

  constructor({ now = '2026-01-01T00:00:00.000Z' }: MemoryStoreOptions = {}) {
    this.clock = Date.parse(now);
    this.delivery = new MemoryDeliveryStore(
      () => this.tables,
      () => this.clock,
    );
    this.signals = {
      publish: (ids) => {
        for (const handler of this.handlers) handler(ids, false); // every host on it counts as another process
      },
      subscribe: (handler) => {
        this.handlers.add(handler);
        return () => void this.handlers.delete(handler);
      },
      close: async () => this.handlers.clear(),
    };
  }

  /** Moves the clock, also backwards, as a database server's may be. */
  advance(ms: number): void {
    this.clock += ms;
  }

  /** The next commit meets this; several are met one after the other. */
  failNext(fault: CommitFault): void {
    this.faults.push(fault);
  }

  async commit(batch: readonly Addressed[], decide: Decide, handOver?: HandOver): Promise<Outcome[]> {
    const fault = this.faults.shift();
    if (fault === 'crash-before') throw new CrashError('before the commit');
    // Refused by the database: computed, thrown away, computed again.
    if (fault === 'serialization') planBatch(this.view(batch), batch, decide, handOver);
    const outcomes = this.apply(batch, decide, handOver);
    if (fault === 'crash-after') throw new CrashError('after the commit');
    if (fault === 'duplicate') this.apply(batch, decide, handOver);
    // An unknown COMMIT is found in the ledger by the store itself and answered as if nothing had happened.
    return outcomes;
  }

  private apply(batch: readonly Addressed[], decide: Decide, handOver?: HandOver): Outcome[] {
    const plan = planBatch(this.view(batch), batch, decide, handOver);
    this.tables.apply(plan.writes);
    return plan.outcomes;
  }

  private view(batch: readonly Addressed[]): BatchView {
    const { instances, commands, work, timers, messages } = this.tables;
    const stored = [...instances.values()].map((row) => ({
      id: row.id,
      processId: row.processId,
      seq: row.seq,
      head: row.head,
      updatedAt: row.at,
      readState: () => readSnapshot(row.state, row),
    }));
    const wanted = new Set(batch.map((member) => member.instanceId));
    return {
      at: this.iso(),
      instances: new Map(stored.filter((row) => wanted.has(row.id)).map((row) => [row.id, row])),
      committed: commands,
      tokens: new Map([...work].map(([id, row]) => [id, row.token])),
      timers: new Set(timers.keys()),
      messages: new Set(messages.filter((row) => !row.consumed).map((row) => row.position)),
    };
  }

  async claimWork({ workTypes, max, leaseMs, worker }: ClaimRequest): Promise<ClaimedWork[]> {
    const free = (row: MemoryWork) => workTypes.includes(row.workType) && row.claims < MAX_CLAIMS;
    const suspect = (row: MemoryWork) => row.claims >= SUSPECT_CLAIMS;
    const suspects = this.available((row) => free(row) && suspect(row), Math.min(max, SUSPECTS_AT_ONCE));
    const fresh = this.available((row) => free(row) && !suspect(row), max - suspects.length);
    return [...suspects, ...fresh].map((row) => this.lease(row, worker, leaseMs, 1));
  }

  async exhaustedClaims(maxClaims: number, max: number): Promise<ClaimedWork[]> {
    const exhausted = (row: MemoryWork) => row.claims >= maxClaims;
    return this.available(exhausted, max).map((row) => this.lease(row, 'quarantine', 30_000, 0));
  }

  private available(wanted: (row: MemoryWork) => boolean, max: number): MemoryWork[] {
    return [...this.tables.work.values()]
      .filter((row) => Date.parse(row.availableAt) <= this.clock && wanted(row))
      .sort((a, b) => (a.availableAt < b.availableAt ? -1 : 1))
      .slice(0, max);
  }

  private lease(row: MemoryWork, worker: string, leaseMs: number, claim: number): ClaimedWork {
    this.tokens++;
    const token = `token-${this.tokens}`;
    const lease = { token, worker, leasedAt: this.iso(), availableAt: this.iso(leaseMs) };
    Object.assign(row, lease, { claims: row.claims + claim });
    const { instanceId, key, elementId, workType, attempt, retries, claims, versionId, processKey } = row;
    const named = { instanceId, key, elementId, workType, attempt, retries, claims, versionId, processKey };
    return {
      ...named,
      token,
      leasedAt: lease.leasedAt,
      leaseUntil: row.availableAt,
      payload: JSON.parse(row.payload),
    };
  }

  async extendLease(
    work: { instanceId: string; key: number; token: string },
    leaseMs: number,
  ): Promise<string | null> {
    const row = this.held(work);
    if (row) row.availableAt = this.iso(leaseMs);
    return row?.availableAt ?? null;
  }

  async extendLeases(
    work: readonly { instanceId: string; key: number; token: string }[],
    leaseMs: number,
  ): Promise<ReadonlySet<string>> {
    const held = work.filter((piece) => this.held(piece));
    for (const piece of held) await this.extendLease(piece, leaseMs);
    return new Set(held.map((piece) => piece.token));
  }

  async releaseWork(work: { instanceId: string; key: number; token: string }): Promise<boolean> {
    const row = this.held(work);
    const free = { token: null, worker: null, leasedAt: null, availableAt: this.iso() };
    if (row) Object.assign(row, free, { claims: Math.max(0, row.claims - 1) });
    return row !== undefined;
  }

  private held({ instanceId, key, token }: { instanceId: string; key: number; token: string }) {
    const row = this.tables.work.get(rowKey(instanceId, key));
    return row?.token === token ? row : undefined;
  }

  async dueTimers(max: number) {
    return [...this.tables.timers.values()]
      .filter((row) => Date.parse(row.dueAt) <= this.clock)
      .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
      .slice(0, max)
      .map((row) => ({ ...row }));
  }

  async park(instanceId: string, reason: string): Promise<boolean> {
    const id = incidentIdOf(instanceId, 0);
    const { incidents, instances, work, timers } = this.tables;
    const standing = incidents.get(id);
    if (!instances.has(instanceId) || (standing && standing.resolvedAt === null)) return false;
    const free = { availableAt: NEVER, token: null, worker: null, leasedAt: null, claims: 0 };
    for (const row of work.values()) if (row.instanceId === instanceId) Object.assign(row, free);
    for (const row of timers.values()) if (row.instanceId === instanceId) row.dueAt = NEVER;
    const { processId } = instances.get(instanceId)!;
    const about = { instanceId, incidentKey: 0, key: 0, elementId: '', processId, message: reason };
    incidents.set(id, {
      op: 'open',
      id,
      ...about,
      code: 'quarantined',
      raisedAt: this.iso(),
      resolvedAt: null,
    });
    return true;
  }

  async unpark(instanceId: string): Promise<boolean> {
    const timers = waitingTimers(await this.load(instanceId));
    const standing = this.tables.incidents.get(incidentIdOf(instanceId, 0));
    if (!standing || standing.resolvedAt !== null) return false;
    standing.resolvedAt = this.iso();
    for (const row of this.tables.work.values())
      if (row.instanceId === instanceId) row.availableAt = this.iso();
    for (const { key, dueAt } of timers)
      Object.assign(this.tables.timers.get(rowKey(instanceId, key)) ?? {}, { dueAt });
    return true;
  }

  async load(instanceId: string): Promise<InstanceState | null> {
    const row = this.tables.instances.get(instanceId);
    return row ? readSnapshot(row.state, row) : null;
  }

  async history(instanceId: string, afterSeq: number, limit: number) {
    const rows = this.tables.ledger.get(streamOf(instanceId)) ?? [];
    return rows
      .filter((row) => row.firstSeq + row.count - 1 > afterSeq)
      .slice(0, limit)
      .map(recordedTransition);
  }

  async now(): Promise<string> {
    return this.iso();
  }

  async nextDue(workTypes: readonly string[]): Promise<string | null> {
    const work = [...this.tables.work.values()].filter((row) => workTypes.includes(row.workType));
    const moments = [
      ...[...this.tables.timers.values()].map((row) => row.dueAt),
      ...work.map((row) => row.availableAt),
    ];
    return moments.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
  }

  async retentionSweep(days: number): Promise<number> {
    const before = this.iso(-days * 86_400_000);
    const old = [...this.tables.commands.values()].filter((row) => row.at < before);
    for (const row of old) this.tables.commands.delete(row.id);
    return old.length;
  }

  async close(): Promise<void> {
    await this.signals.close();
  }

  private iso(offsetMs = 0): string {
    return new Date(this.clock + offsetMs).toISOString();
  }
}
