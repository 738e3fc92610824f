import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { createEngineHost, type EngineHost } from '@/engine/host/host';
import type { Addressed } from '@/engine/host/ports';
import { isConnectionLost } from '@/engine/postgres/errors';
import { createPostgresStore } from '@/engine/postgres/store';
import { behaviors } from '@/lib/elements/behaviors';
import { BELL, CLOCK_FIRINGS, createOf, processOf } from './process';

/** Instances that listen for the bell, for each twenty that do the rest. */
const LISTENERS = 2;

/** Starts instances as a client would: it repeats a start, with the same id, until it is acknowledged. */
export interface Load {
  /** Command ids by instance, of the starts that were acknowledged. */
  acknowledged: Map<string, string>;
  /** How often the bell was rung, and how often clocks have to fire. */
  rings: number;
  firings: number;
  /**
   * Starts `count` more instances and waits until each is acknowledged; then rings the bell for some that listen, and
   * sets a clock.
   */
  start(count: number): Promise<void>;
  /** Does what a person does about work whose workers died too often: asks for it once more. Answers how many. */
  repair(quarantined: readonly { instanceId: string; incidentKey: number }[]): Promise<number>;
  close(): Promise<void>;
}

export function createLoad(url: string): Load {
  const store = createPostgresStore({ connectionString: url, connections: 4, patienceMs: 2_000 });
  const host = createEngineHost({
    store,
    executables: { get: async (_version, processKey) => processOf(processKey) },
    behaviors,
    workers: [],
    onAlert: () => {},
  });
  let count = 0;
  let published: Promise<void> | undefined;
  const load: Load = {
    acknowledged: new Map(),
    rings: 0,
    firings: 0,
    start: async (wanted) => {
      published ??= publish(url);
      await published;
      const names = (prefix: string, many: number) =>
        Array.from({ length: many }, () => `${prefix}-${++count}`);
      await Promise.all([
        ...names('chaos', wanted).map((id) => startUntilAcknowledged(host, id, 'Chaos', load.acknowledged)),
        ...names('listener', LISTENERS).map((id) =>
          startUntilAcknowledged(host, id, 'Listener', load.acknowledged),
        ),
      ]);
      const ref = `bell-${++load.rings}`;
      const payload = { name: BELL, variables: {} };
      await untilDone(() => store.delivery.enqueue([{ ref, lane: ref, kind: 'broadcast-signal', payload }]));
      load.firings += CLOCK_FIRINGS;
      await untilDone(() => setClock(url, `clock-${load.rings}`));
    },
    repair: async (quarantined) => {
      const outcomes = await Promise.all(quarantined.map((one) => retry(host, one)));
      return outcomes.filter(Boolean).length;
    },
    close: async () => {
      await host.stop();
      await store.close();
    },
  };
  return load;
}

/** The start events that publishing would have written. */
const publish = (url: string) =>
  untilDone(() =>
    query(
      url,
      `INSERT INTO start_subscription (process_id, element_id, index, model_id, version_id, process_key, kind, name)
      VALUES ('Answerer', 'Start', 0, 'chaos', 'v1', 'Answerer', 'message', 'chaos-ask'),
        ('Rung', 'Start', 0, 'chaos', 'v1', 'Rung', 'signal', $1) ON CONFLICT DO NOTHING`,
      [BELL],
    ),
  );

/** A start timer of its own: how often it fires can be told from what it started. */
const setClock = (url: string, processId: string) =>
  query(
    url,
    `INSERT INTO start_timer (process_id, element_id, index, model_id, version_id, process_key, due_at, data)
    VALUES ($1, 'Start', 0, 'chaos', 'v1', 'Clocked', engine_now(), $2) ON CONFLICT DO NOTHING`,
    [processId, String(CLOCK_FIRINGS - 1)],
  );

async function query(url: string, text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The database may be away; every write here can be repeated, because it names what it writes. */
async function untilDone(write: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      await delay(50);
    }
  }
}

async function startUntilAcknowledged(
  host: EngineHost,
  id: string,
  processKey: string,
  acknowledged: Map<string, string>,
) {
  const start = starting(id, processKey);
  for (;;) {
    // When the database is away for longer than the store is patient, it is not known whether it was applied.
    const outcome = await host.execute(start).catch(() => undefined);
    if (outcome?.ok) return void acknowledged.set(id, start.command.id);
    if (outcome && outcome.code !== 'storage-conflict')
      throw new Error(`${id} was refused: ${outcome.message}`);
  }
}

async function retry(
  host: EngineHost,
  { instanceId, incidentKey }: { instanceId: string; incidentKey: number },
): Promise<boolean> {
  const actor = { kind: 'person', id: 'operator', name: 'Operator', via: 'session' } as const;
  const input = { type: 'retry-incident', incidentKey, reason: 'Its workers were killed.' } as const;
  const id = `retry-${instanceId}-${incidentKey}`;
  return (await host.execute({ instanceId, command: { id, actor, input } })).ok;
}

function starting(instanceId: string, processKey: string): Addressed {
  const even = Number(instanceId.split('-')[1]) % 2 === 0;
  return {
    instanceId,
    create: createOf(processKey),
    command: {
      id: `start-${instanceId}`,
      actor: { kind: 'service', id: 'chaos', name: 'Chaos', via: 'system' },
      input: { type: 'start', instanceId, variables: { even, self: instanceId }, businessKey: null },
    },
  };
}
