import { createEngineHost, NOOP_WORK } from '../../engine/host/host';
import { createPostgresStore } from '../../engine/postgres/store';
import { linearBehaviors, linearProcess } from '../../engine/testing/linear-process';

const TASKS = 5;

export interface SequenceFigures {
  inFlight: number;
  instances: number;
  total?: number;
  instancesPerSecond: number;
  tasksPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  commandsPerCommit: number;
}

/**
 * Five service tasks in a row done by the in-process worker that does nothing; each completion is durable before the
 * next task begins. Keeps `inFlight` instances under way for `seconds`; latency is from start to completed.
 */
export async function benchSequence(
  url: string,
  inFlight: number,
  seconds: number,
): Promise<SequenceFigures> {
  const executable = linearProcess(Array.from({ length: TASKS }, () => ({ work: NOOP_WORK })));
  const store = createPostgresStore({ connectionString: url });
  const host = createEngineHost({
    store,
    executables: { get: async () => executable },
    behaviors: linearBehaviors,
    workers: [],
    options: { concurrency: Math.max(256, inFlight * 2), batches: JSON.parse(process.env.BATCHES ?? '{}') },
  });
  const waiting = new Map<string, () => void>();
  host.onCommitted(({ instanceId, state }) => {
    if (state.status !== 'running') waiting.get(instanceId)?.();
  });
  await host.start();
  let count = 0;
  const latencies: number[] = [];
  const one = async () => {
    count++;
    const id = `bench-${inFlight}-${process.hrtime.bigint()}-${count}`;
    const begun = performance.now();
    const completed = new Promise<void>((resolve) => waiting.set(id, resolve));
    const outcome = await host.execute(startOf(id));
    if (!outcome.ok) throw new Error(outcome.message);
    await completed;
    waiting.delete(id);
    latencies.push(performance.now() - begun);
  };
  const keepBusy = async (until: number) => {
    while (performance.now() < until) await one();
  };
  const all = (ms: number) => {
    const until = performance.now() + ms;
    return Promise.all(Array.from({ length: inFlight }, () => keepBusy(until)));
  };
  await all(Math.min(seconds * 300, 1_500)); // warm-up
  latencies.length = 0;
  const before = host.stats();
  const begun = performance.now();
  await all(seconds * 1_000);
  const elapsed = (performance.now() - begun) / 1_000;
  const after = host.stats();
  await host.stop();
  await store.close();
  latencies.sort((a, b) => a - b);
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    inFlight,
    instances: latencies.length,
    total: count,
    instancesPerSecond: latencies.length / elapsed,
    tasksPerSecond: (latencies.length * TASKS) / elapsed,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    commandsPerCommit: (after.committed - before.committed) / (after.commits - before.commits),
  };
}

const startOf = (instanceId: string) => ({
  instanceId,
  create: { processId: 'bench', modelId: 'bench', versionId: 'v1', processKey: 'Process', title: null },
  command: {
    id: `start-${instanceId}`,
    actor: { kind: 'service' as const, id: 'bench', name: 'Benchmark', via: 'system' as const },
    input: { type: 'start' as const, instanceId, variables: { amount: 12 }, businessKey: null },
  },
});
