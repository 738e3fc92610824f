import { describe, expect, it } from 'vitest';
import { fold } from '../core/evolve';
import { linearBehaviors, linearProcess } from '../testing/linear-process';
import { MemoryStore } from '../testing/memory-store';
import { type Alert, createEngineHost, type EngineHost } from './host';
import { NOOP_WORK } from './noop-worker';
import type { Addressed, Outcome, WorkAnswer, Worker } from './ports';

const executable = linearProcess([{ work: 'a', retries: 3 }]);
const chain = linearProcess([{ work: NOOP_WORK }, { work: NOOP_WORK }, { work: NOOP_WORK }], 'v2');

function world(run: Worker['run'] = async () => ({ type: 'complete', variables: {} }), leaseMs = 10_000) {
  const store = new MemoryStore();
  const alerts: Alert[] = [];
  const hosts: EngineHost[] = [];
  const newHost = (options = {}) => {
    const host = createEngineHost({
      store,
      executables: {
        get: async (versionId) => {
          if (versionId === 'v1') return executable;
          if (versionId === 'v2') return chain;
          throw new Error('no such version');
        },
      },
      behaviors: linearBehaviors,
      workers: [{ workType: 'a', leaseMs, run }],
      options: { poll: { busyMs: 1, idleMs: 2 }, backoff: { random: () => 0.5 }, ...options },
      onAlert: (alert) => alerts.push(alert),
    });
    hosts.push(host);
    return host;
  };
  return {
    store,
    alerts,
    newHost,
    stop: () => Promise.all(hosts.map((host) => host.stop({ drainMs: 100 }))),
  };
}

const starting = (instanceId: string, versionId = 'v1'): Addressed => ({
  instanceId,
  create: { processId: 'p', modelId: 'm', versionId, processKey: 'Process', title: null },
  command: {
    id: `start-${instanceId}`,
    actor: { kind: 'person', id: 'ada', name: 'Ada', via: 'session' },
    input: { type: 'start', instanceId, variables: { n: 4 }, businessKey: null },
  },
});

/** Resolves with the first commit of an instance that fits. */
const committed = (host: EngineHost, fits: (type: string) => boolean) =>
  new Promise<Extract<Outcome, { ok: true }>>((resolve) => {
    const end = host.onCommitted((commit) => {
      if (!commit.events.some((event) => fits(event.type))) return;
      end();
      resolve(commit);
    });
  });

const deferred = <T>() => {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

describe('the host', () => {
  it('runs a chain of work with one commit a step, handed over without claims', async () => {
    const { newHost, store, stop } = world();
    const host = newHost({ poll: { busyMs: 3_600_000, idleMs: 3_600_000 } });
    await host.start();
    const done = committed(host, (type) => type === 'instance.completed');
    await host.execute(starting('i', 'v2'));
    const { state } = await done;
    await stop();
    expect(host.stats()).toMatchObject({ committed: 4, claimed: 0 });
    const events = (await store.history('i', 0, 100)).flatMap((row) => row.events);
    expect(fold(events)).toEqual(state);
  });

  it('shares one commit among commands that arrive together', async () => {
    const { newHost } = world();
    const host = newHost();
    await host.execute(starting('first')); // loads the version
    const before = host.stats().commits;
    await Promise.all(Array.from({ length: 40 }, (_, index) => host.execute(starting(`i${index}`))));
    expect(host.stats().commits - before).toBe(1);
  });

  it('gives work its idempotency key, its variables and its process', async () => {
    const seen = deferred<unknown>();
    const { newHost, stop } = world(async (work, { idempotencyKey, variables, executable: process }) => {
      seen.resolve({
        key: work.key,
        idempotencyKey,
        variables: await variables(),
        version: process.versionId,
      });
      return { type: 'complete', variables: {} };
    });
    const host = newHost();
    await host.start();
    await host.execute(starting('i'));
    expect(await seen.promise).toEqual({ key: 3, idempotencyKey: 'i:3', variables: { n: 4 }, version: 'v1' });
    await stop();
  });

  it('retries failures with back-off until none is left, then asks a person', async () => {
    let runs = 0;
    const { newHost, store, stop } = world(async () => {
      runs++;
      throw new Error('the service is down');
    });
    const host = newHost();
    const end = host.onCommitted(({ events }) => {
      const failed = events.find((event) => event.type === 'work.failed');
      if (failed?.data.retryAt) store.advance(60_000);
    });
    const incident = committed(host, (type) => type === 'incident.raised');
    await host.start();
    await host.execute(starting('i'));
    const { state } = await incident;
    end();
    expect(runs).toBe(3);
    expect(Object.values(state.incidents)[0]?.message).toContain('the service is down');
    const failures = (await store.history('i', 0, 100)).flatMap((row) =>
      row.events.flatMap((event) => (event.type === 'work.failed' ? [{ at: row.at, ...event.data }] : [])),
    );
    const waits = failures.map(({ at, retryAt }) => (retryAt ? Date.parse(retryAt) - Date.parse(at) : null));
    expect(waits).toEqual([500, 1_000, null]);
    await stop();
  });

  it('does not retry what can not succeed', async () => {
    const answer: WorkAnswer = { type: 'fail', error: 'refused', retryable: false, report: { status: 422 } };
    const { newHost, stop } = world(async () => answer);
    const host = newHost();
    const incident = committed(host, (type) => type === 'incident.raised');
    await host.start();
    await host.execute(starting('i'));
    expect((await incident).events[0]).toMatchObject({
      type: 'work.failed',
      data: { report: { status: 422 } },
    });
    await stop();
  });

  it('aborts a call whose lease was lost and commits nothing for it', async () => {
    const aborted = deferred<unknown>();
    const begun = deferred<void>();
    const { newHost, store, stop } = world(async (_work, { signal }) => {
      signal.addEventListener('abort', () => aborted.resolve(signal.reason));
      begun.resolve();
      return new Promise(() => {});
    }, 30);
    const host = newHost();
    await host.start();
    await host.execute(starting('i'));
    await begun.promise;
    for (const row of store.tables.work.values()) row.token = 'somebody else';
    expect(String(await aborted.promise)).toContain('lease was lost');
    expect((await store.load('i'))?.status).toBe('running');
    await stop();
  });

  it('gives back what it could not finish when it stops, for another to finish', async () => {
    const begun = deferred<void>();
    let runs = 0;
    const { newHost, store } = world((_work, { signal }) => {
      if (++runs > 1) return Promise.resolve({ type: 'complete', variables: {} });
      begun.resolve();
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    const first = newHost();
    await first.start();
    await first.execute(starting('i'));
    await begun.promise;
    await first.stop({ drainMs: 1 });
    expect([...store.tables.work.values()]).toMatchObject([{ token: null, claims: 0 }]);
    const second = newHost();
    const done = committed(second, (type) => type === 'instance.completed');
    await second.start();
    await done;
    await second.stop();
  });

  it('finishes what it has when it stops in time', async () => {
    const finish = deferred<void>();
    const begun = deferred<void>();
    const { newHost, store } = world(async () => {
      begun.resolve();
      await finish.promise;
      return { type: 'complete', variables: {} };
    });
    const host = newHost();
    await host.start();
    await host.execute(starting('i'));
    await begun.promise;
    const stopped = host.stop({ drainMs: 60_000 });
    finish.resolve();
    await stopped;
    expect((await store.load('i'))?.status).toBe('completed');
  });

  it('quarantines work that never comes to an end', async () => {
    const { newHost, store, alerts, stop } = world();
    const host = newHost();
    await host.execute(starting('i'));
    for (let claim = 0; claim < 5; claim++) {
      await store.claimWork({ workTypes: ['a'], max: 1, leaseMs: 10, worker: 'dies' });
      store.advance(11);
    }
    const incident = committed(host, (type) => type === 'incident.raised');
    await host.start();
    expect(Object.values((await incident).state.incidents)).toMatchObject([{ code: 'quarantined' }]);
    await stop();
    expect(alerts.map((alert) => alert.code)).toEqual(['quarantined']);
  });

  it('says so when a version can not be loaded, and serves the others', async () => {
    const { newHost, alerts } = world();
    const host = newHost();
    const [bad, good] = await Promise.all([
      host.execute(starting('bad', 'v9')),
      host.execute(starting('good')),
    ]);
    expect(bad).toMatchObject({ ok: false, code: 'invariant' });
    expect(good.ok).toBe(true);
    expect(alerts.map((alert) => alert.code)).toEqual(['version']);
  });

  it('turns commands away when too many wait', async () => {
    const { newHost } = world();
    const host = newHost({ batches: { maxQueued: 2 } });
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((id) => host.execute(starting(id))));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  });

  it('keeps the order of commands for one instance over many commits', async () => {
    const { newHost, store } = world();
    const host = newHost({ batches: { maxBatch: 3, maxInFlight: 3 } });
    await host.execute(starting('i'));
    const { actor } = starting('i').command;
    const set = (n: number) => ({
      instanceId: 'i',
      command: {
        id: `set-${n}`,
        actor,
        input: { type: 'set-variables' as const, variables: { n }, reason: 'order' },
      },
    });
    await Promise.all(Array.from({ length: 20 }, (_, n) => host.execute(set(n))));
    const causes = (await store.history('i', 0, 100)).slice(1).map((row) => row.cause);
    expect(causes).toEqual(Array.from({ length: 20 }, (_, n) => `set-${n}`));
  });
});
