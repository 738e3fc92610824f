import { describe, expect, it } from 'vitest';
import { linearBehaviors, linearProcess } from '../testing/linear-process';
import { MemoryStore } from '../testing/memory-store';
import { type Alert, createEngineHost, type EngineHost } from './host';
import type { Addressed, WorkAnswer } from './ports';

const executable = linearProcess([{ work: 'a' }]);
const actor = { kind: 'person', id: 'ada', name: 'Ada', via: 'session' } as const;

const starting = (instanceId: string): Addressed => ({
  instanceId,
  create: { processId: 'p', modelId: 'm', versionId: 'v1', processKey: 'Process', title: null },
  command: {
    id: `start-${instanceId}`,
    actor,
    input: { type: 'start', instanceId, variables: {}, businessKey: null },
  },
});

const setting = (instanceId: string): Addressed => ({
  instanceId,
  command: {
    id: `set-${instanceId}`,
    actor,
    input: { type: 'set-variables', variables: { n: 1 }, reason: 'x' },
  },
});

/** A host whose worker waits until the test lets it answer. */
function world() {
  const store = new MemoryStore();
  const alerts: Alert[] = [];
  let alerted: () => void = () => {};
  let answer: (answer: WorkAnswer) => void = () => {};
  const answered = new Promise<WorkAnswer>((resolve) => {
    answer = resolve;
  });
  const host = createEngineHost({
    store,
    executables: { get: async () => executable },
    behaviors: linearBehaviors,
    workers: [{ workType: 'a', leaseMs: 10_000, run: () => answered }],
    options: { poll: { busyMs: 1, idleMs: 2 } },
    onAlert: (alert) => {
      alerts.push(alert);
      alerted();
    },
  });
  const alert = () =>
    new Promise<void>((resolve) => {
      alerted = resolve;
    });
  return { store, host, alerts, alert, finish: () => answer({ type: 'complete', variables: {} }) };
}

const completed = (host: EngineHost, id: string) =>
  new Promise<void>((resolve) => {
    const end = host.onCommitted(({ instanceId, state }) => {
      if (instanceId !== id || state.status !== 'completed') return;
      end();
      resolve();
    });
  });

describe('an instance whose snapshot can not be read', () => {
  const snapshots = [
    ['is damaged', '{"format":1,'],
    ['has a later format', '{"format":2}'],
  ];

  it.each(snapshots)('and %s is put aside with one alert, the others go on', async (_what, text) => {
    const { store, host, alerts, alert, finish } = world();
    await Promise.all([host.execute(starting('bad')), host.execute(starting('good'))]);
    const row = store.tables.instances.get('bad')!;
    const whole = row.state;
    row.state = text!;
    await host.start();
    const [told, done] = [alert(), completed(host, 'good')];
    finish();
    await Promise.all([told, done]);
    expect(alerts.map(({ code, instanceId }) => ({ code, instanceId }))).toEqual([
      { code: 'parked', instanceId: 'bad' },
    ]);
    store.advance(3_600_000); // leases are long over, and nobody takes it up
    expect(await store.claimWork({ workTypes: ['a'], max: 9, leaseMs: 1, worker: 'w' })).toEqual([]);

    row.state = whole;
    const mended = completed(host, 'bad');
    expect(await host.release('bad')).toBe(true);
    await mended;
    await host.stop({ drainMs: 100 });
    expect(alerts).toHaveLength(1);
  });

  it('does not delay the batch it is in', async () => {
    const { store, host } = world();
    const ids = Array.from({ length: 30 }, (_, index) => `i${index}`);
    await Promise.all(ids.map((id) => host.execute(starting(id))));
    store.tables.instances.get('i7')!.state = 'null';
    const before = host.stats().commits;
    const outcomes = await Promise.all(ids.map((id) => host.execute(setting(id))));
    expect(host.stats().commits - before).toBe(1);
    expect(outcomes.filter((outcome) => !outcome.ok)).toMatchObject([{ code: 'invariant' }]);
  });
});

it('history of a later version is refused, not misread', async () => {
  const { store, host } = world();
  await host.execute(starting('i'));
  const [row] = store.tables.ledger.get('instance:i')!;
  row!.canon = row!.canon.replace(/"v":1}$/, '"v":2}');
  await expect(store.history('i', 0, 9)).rejects.toThrow('version 2');
});
