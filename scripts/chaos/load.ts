import { createEngineHost, type EngineHost } from '@/engine/host/host';
import type { Addressed } from '@/engine/host/ports';
import { createPostgresStore } from '@/engine/postgres/store';
import { behaviors } from '@/lib/elements/behaviors';
import { chaosProcess } from './process';

/** Starts instances as a client would: it repeats a start, with the same id, until it is acknowledged. */
export interface Load {
  /** Command ids by instance, of the starts that were acknowledged. */
  acknowledged: Map<string, string>;
  /** Starts `count` more instances and waits until each is acknowledged. */
  start(count: number): Promise<void>;
  /** Does what a person does about work whose workers died too often: asks for it once more. Answers how many. */
  repair(quarantined: readonly { instanceId: string; incidentKey: number }[]): Promise<number>;
  close(): Promise<void>;
}

export function createLoad(url: string): Load {
  const store = createPostgresStore({ connectionString: url, connections: 4, patienceMs: 2_000 });
  const host = createEngineHost({
    store,
    executables: { get: async () => chaosProcess },
    behaviors,
    workers: [],
    onAlert: () => {},
  });
  const acknowledged = new Map<string, string>();
  let count = 0;
  return {
    acknowledged,
    start: async (wanted) => {
      const ids = Array.from({ length: wanted }, () => `chaos-${++count}`);
      await Promise.all(ids.map((id) => startUntilAcknowledged(host, id, acknowledged)));
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
}

async function startUntilAcknowledged(host: EngineHost, id: string, acknowledged: Map<string, string>) {
  const start = starting(id);
  for (;;) {
    try {
      const outcome = await host.execute(start);
      if (outcome.ok) return void acknowledged.set(id, start.command.id);
    } catch {
      // The database is away for longer than the store is patient: whether it was applied is not known.
    }
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

function starting(instanceId: string): Addressed {
  const even = Number(instanceId.split('-')[1]) % 2 === 0;
  const { versionId, processKey } = chaosProcess;
  return {
    instanceId,
    create: { processId: 'chaos', modelId: 'chaos', versionId, processKey, title: null },
    command: {
      id: `start-${instanceId}`,
      actor: { kind: 'service', id: 'chaos', name: 'Chaos', via: 'system' },
      input: { type: 'start', instanceId, variables: { even }, businessKey: null },
    },
  };
}
