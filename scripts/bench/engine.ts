import type { Executable } from '../../engine/core/model';
import { createEngineHost, type EngineHost } from '../../engine/host/host';
import type { Addressed, EngineStore, Outcome, Worker } from '../../engine/host/ports';
import { createPostgresStore } from '../../engine/postgres/store';
import { behaviors } from '../../lib/elements/behaviors';

/** An engine in this process, with the behaviours of the product. */
export interface BenchEngine {
  host: EngineHost;
  store: EngineStore;
  /** Starts an instance. @throws when it is refused */
  start(instanceId: string, variables?: Record<string, number>): Promise<Extract<Outcome, { ok: true }>>;
  /** Resolves when the instance has ended. Ask before it is started. */
  ended(instanceId: string): Promise<void>;
  close(): Promise<void>;
}

const SERVICE = { kind: 'service', id: 'bench', name: 'Benchmark', via: 'system' } as const;

/** Opens it; it does work only after `host.start()`. */
export function openEngine(
  url: string,
  executable: Executable,
  { concurrency = 1_024, workers = [] as readonly Worker[] } = {},
): BenchEngine {
  const store = createPostgresStore({ connectionString: url });
  const options = { concurrency };
  const executables = { get: async () => executable };
  const host = createEngineHost({ store, executables, behaviors, workers, options });
  const waiting = new Map<string, () => void>();
  host.onCommitted(({ instanceId, state }) => {
    if (state.status !== 'running') waiting.get(instanceId)?.();
  });
  return {
    host,
    store,
    start: async (instanceId, variables = { amount: 12 }) => {
      const outcome = await host.execute(starting(instanceId, variables));
      if (!outcome.ok) throw new Error(outcome.message);
      return outcome;
    },
    ended: (instanceId) =>
      new Promise<void>((resolve) => {
        waiting.set(instanceId, () => {
          waiting.delete(instanceId);
          resolve();
        });
      }),
    close: async () => {
      await host.stop({ drainMs: 2_000 });
      await store.close();
    },
  };
}

/** The command that starts an instance of the one process of a row. */
export const starting = (instanceId: string, variables: Record<string, number>): Addressed => ({
  instanceId,
  create: { processId: 'bench', modelId: 'bench', versionId: 'v1', processKey: 'Process', title: null },
  command: {
    id: `start-${instanceId}`,
    actor: SERVICE,
    input: { type: 'start', instanceId, variables, businessKey: null },
  },
});

let names = 0;
const RUN = `${Date.now().toString(36)}${process.pid.toString(36)}`;

/** A new instance id; like the product's own it grows with time. */
export const newName = (): string => `${RUN}${(++names).toString(36).padStart(7, '0')}`;
