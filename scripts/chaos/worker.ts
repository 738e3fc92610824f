import { createEngineHost } from '@/engine/host/host';
import type { Worker } from '@/engine/host/ports';
import { createPostgresStore } from '@/engine/postgres/store';
import { behaviors } from '@/lib/elements/behaviors';
import { CALL_WORK, createOf, processes, processOf } from './process';

/**
 * One engine process of the crash tests: `DATABASE_URL` and `EFFECTS_URL` say where, `WORKER_NAME` who it is and
 * `LEASE_MS` how long its leases last; it says "ready" when it works.
 */
const { EFFECTS_URL: effectsUrl = '', WORKER_NAME: name, LEASE_MS: leaseMs } = process.env;

const caller: Worker = {
  workType: CALL_WORK,
  leaseMs: Number(leaseMs),
  async run(work, { idempotencyKey, signal }) {
    const headers = { 'idempotency-key': idempotencyKey };
    const response = await fetch(effectsUrl, { method: 'POST', headers, body: work.elementId, signal });
    if (!response.ok) return { type: 'fail', error: `answered ${response.status}`, retryable: true };
    return { type: 'complete', variables: { [work.elementId]: await response.json() } };
  },
};

const store = createPostgresStore({ connectionString: process.env.DATABASE_URL ?? '', connections: 4 });
const host = createEngineHost({
  store,
  executables: { get: async (_version, processKey) => processOf(processKey) },
  definitions: {
    resolve: async (_parent, { processKey }) =>
      processes[processKey]
        ? { ok: true, create: createOf(processKey) }
        : { ok: false, message: `There is no process ${processKey}.` },
  },
  behaviors,
  workers: [caller],
  options: {
    ...(name ? { name } : {}),
    backoff: { baseMs: 20, capMs: 200 },
    delivery: { leaseMs: Number(leaseMs) },
  },
  // A database that comes and goes is what this is about; anything else is told.
  onAlert: ({ code, message, error }) => {
    if (code !== 'storage' && code !== 'work-lost') console.error(code, message, error);
  },
});

process.on('SIGTERM', async () => {
  await host.stop({ drainMs: 2_000 });
  await store.close();
  process.exit(0);
});
await host.start();
console.log('ready');
