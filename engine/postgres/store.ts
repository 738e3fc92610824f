import type { EngineStore } from '../host/ports';
import { claimWork, exhaustedClaims, extendLease, extendLeases, releaseWork } from './claims';
import { commitBatch } from './commit';
import { createDeliveryStore } from './delivery/store';
import { Horizon } from './horizon';
import { createSignals } from './notify';
import { park, unpark } from './parking';
import { createPool, type PostgresOptions } from './pool';
import { createLoad, dueTimers, history, nextDue, now, retentionSweep } from './queries';
import { Snapshots } from './snapshots';

export type { PostgresOptions } from './pool';

/** The engine's storage on PostgreSQL. */
export type PostgresStore = EngineStore;

const PATIENCE_MS = 30_000;

/** Opens the engine's own connections; nothing is sent before the first call. Close it to end them. */
export function createPostgresStore(options: PostgresOptions): PostgresStore {
  const pool = createPool(options);
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const load = createLoad(pool);
  const snapshots = new Snapshots();
  const horizon = new Horizon();
  const signals = createSignals(options);
  return {
    commit: (batch, decide, handOver) =>
      commitBatch(batch, { pool, snapshots, patienceMs, decide, handOver }),
    claimWork: (request) => claimWork(pool, horizon, request),
    extendLease: (work, leaseMs) => extendLease(pool, work, leaseMs),
    extendLeases: (work, leaseMs) => extendLeases(pool, work, leaseMs),
    releaseWork: (work) => releaseWork(pool, work),
    exhaustedClaims: (maxClaims, max) => exhaustedClaims(pool, maxClaims, max),
    dueTimers: (max) => dueTimers(pool, horizon, max),
    park: (instanceId, reason) => park(pool, instanceId, reason),
    unpark: (instanceId) => unpark(pool, load, instanceId),
    load,
    history: (instanceId, afterSeq, limit) => history(pool, instanceId, afterSeq, limit),
    now: () => now(pool),
    nextDue: (workTypes) => nextDue(pool, horizon, workTypes),
    retentionSweep: (days) => retentionSweep(pool, days),
    signals,
    delivery: createDeliveryStore(pool),
    close: async () => {
      await signals.close();
      await pool.end();
    },
  };
}
