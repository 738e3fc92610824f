import { NOOP_WORK } from '../../../engine/host/noop-worker';
import type { ClaimedWork } from '../../../engine/host/ports';
import { type BenchEngine, newName, openEngine } from '../engine';
import { endless } from '../processes';
import type { Line, Row } from '../row';
import { latency, percentile, round2 } from '../stats';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000);
const YOUNG_EVENTS = 100;
/** Steps of each instance whose cost is compared. */
const STEPS = 1_000;
const ENGINE = { kind: 'engine', id: 'engine', name: 'Engine', via: 'worker' } as const;

/**
 * Two instances that go round and round, one after 100,000 events and one after 100: what a step of each costs. They
 * take turns, so that a machine that gets slower meanwhile is slower for both.
 */
export const run: Row = async ({ url, log }) => {
  const old = await runUntil(url, EVENTS);
  const young = await runUntil(url, YOUNG_EVENTS);
  log(`${EVENTS} events are there`);
  const engine = openEngine(url, endless);
  const costs = new Map<string, number[]>([
    [old, []],
    [young, []],
  ]);
  for (let step = 0; step < STEPS; step++)
    for (const work of await claimBoth(engine))
      costs.get(work.instanceId)?.push(await complete(engine, work));
  await engine.close();
  const [late, early] = [costs.get(old)!, costs.get(young)!];
  const lines: Line[] = [
    { what: `after ${YOUNG_EVENTS} events`, steps: early.length, ...latency(early) },
    { what: `after ${EVENTS} events`, steps: late.length, ...latency(late) },
    { what: 'late / early (medians)', ratio: round2(percentile(late, 0.5) / percentile(early, 0.5)) },
  ];
  return lines;
};

/** Runs one instance until it has so many events; its id. */
async function runUntil(url: string, events: number): Promise<string> {
  const engine = openEngine(url, endless);
  const id = newName();
  const enough = new Promise<void>((resolve) => {
    engine.host.onCommitted(({ instanceId, state }) => {
      if (instanceId !== id || state.seq < events) return;
      resolve();
      void engine.host.stop({ drainMs: 0 });
    });
  });
  await engine.host.start();
  await engine.start(id);
  await enough;
  await engine.close();
  return id;
}

/** The next piece of work of each, which a stopped process has given back or that is ready since the last step. */
async function claimBoth({ store }: BenchEngine): Promise<ClaimedWork[]> {
  const claim = { workTypes: [NOOP_WORK], max: 2, leaseMs: 60_000, worker: 'bench' };
  for (const found: ClaimedWork[] = []; ; ) {
    found.push(...(await store.claimWork({ ...claim, max: 2 - found.length })));
    if (found.length === 2) return found.sort((a, b) => (a.instanceId < b.instanceId ? -1 : 1));
  }
}

async function complete({ host }: BenchEngine, work: ClaimedWork): Promise<number> {
  const { instanceId, key, token, leasedAt, attempt } = work;
  const lease = { worker: 'bench', leasedAt, attempt };
  const begun = performance.now();
  const outcome = await host.execute({
    instanceId,
    workLease: { key, token },
    once: true,
    command: {
      id: `work:${token}`,
      actor: ENGINE,
      input: { type: 'complete-work', key, variables: {}, lease },
    },
  });
  if (!outcome.ok) throw new Error(outcome.message);
  return performance.now() - begun;
}
