import { describe, expect, it } from 'vitest';
import { EngineBusyError } from '../../host/batcher';
import { instanceIdFor } from '../../host/delivery/context';
import { linearProcess } from '../linear-process';
import type { SharedStore } from './world';
import { DeliveryWorld, named, startOf } from './world';

/** Signals reach everybody who waits; events start instances once. */
export function signalAndStartCases(shared: () => SharedStore): void {
  describe('a signal', () => {
    it('reaches all who wait and starts what it starts, once each; who comes later gets nothing', async () => {
      const w = new DeliveryWorld(shared());
      const name = named('signal');
      const target = startOf(named('process'));
      await shared().startSubscription({ ...target, kind: 'signal', name });
      const step = { await: 'signal', name } as const;
      const ids = await Promise.all(Array.from({ length: 5 }, () => w.start(step, step)));
      await shared().store.delivery.enqueue([
        { ref: name, lane: name, kind: 'broadcast-signal', payload: { name, variables: { n: 3 } } },
      ]);
      for (const _ of [1, 2, 3]) await w.process();
      await w.settle();
      const late = await w.start(step);
      await w.settle();
      for (const id of ids) expect(await w.received(id)).toEqual([name]);
      expect((await w.state(late)).status).toBe('running');
      const started = instanceIdFor(`${name}>${target.create.processId}:Start:0`);
      expect(await w.state(started)).toMatchObject({ variables: { n: 3 }, startedBy: 'engine' });
    });

    it('does not reach its own sender, who has told itself before', async () => {
      const w = new DeliveryWorld(shared());
      const name = named('signal');
      const id = await w.start({ send: 'signal', name }, { await: 'signal', name });
      await w.settle();
      expect((await w.state(id)).status).toBe('running');
    });

    it('of one sender come in their order', async () => {
      const w = new DeliveryWorld(shared());
      const names = [named('signal'), named('signal')];
      const id = await w.start(...names.map((name) => ({ await: 'signal' as const, name })));
      await w.start({ send: 'signal', name: names[1]! }, { send: 'signal', name: names[0]! });
      await w.settle();
      expect(await w.received(id)).toEqual([names[0]]); // the second step waited for what had been sent before
    });
  });

  describe('a start timer', () => {
    const hourly = () => {
      const executable = linearProcess([]);
      const start = executable.nodes.Start!;
      const next = (_data: unknown, dueAt: string, now: string) => {
        let at = Date.parse(dueAt);
        while (at <= Date.parse(now)) at += 3_600_000;
        return { dueAt: new Date(at).toISOString(), data: null };
      };
      const trigger = { type: 'timer' as const, first: () => ({ dueAt: '' }), next };
      return { ...executable, nodes: { ...executable.nodes, Start: { ...start, triggers: [trigger] } } };
    };

    it('starts one instance a firing, with several engines; what was missed starts one', async () => {
      const w = new DeliveryWorld(shared());
      for (const _ of [1, 2, 3]) await w.process((execute) => execute, hourly());
      const target = startOf(named('process'));
      const first = new Date(Date.parse(await shared().store.now()) + 3_600_000).toISOString();
      await shared().startTimer({ ...target, dueAt: first, data: null });
      const startedAt = async (dueAt: string) =>
        (await shared().store.load(instanceIdFor(`timer:${target.create.processId}:Start:0:${dueAt}`)))
          ?.status;
      await w.settle();
      expect(await startedAt(first)).toBeUndefined();
      const due = (hours: number) => new Date(Date.parse(first) + hours * 3_600_000).toISOString();
      await shared().advance(3_600_000);
      await w.settle();
      expect(await startedAt(first)).toBe('completed');
      await shared().advance(3 * 3_600_000); // nothing ran for three hours
      await w.settle();
      expect(await Promise.all([1, 2, 3].map((hours) => startedAt(due(hours))))).toEqual([
        'completed',
        undefined,
        undefined,
      ]);
      await shared().advance(3_600_000);
      await w.settle();
      expect(await startedAt(due(4))).toBe('completed');
      expect(w.alerts).toEqual([]);
    });

    it('of a version that can not be loaded is told, and tried again', async () => {
      const w = new DeliveryWorld(shared());
      const target = startOf(named('process'));
      await shared().startTimer({ ...target, dueAt: await shared().store.now(), data: null });
      await w.settle();
      expect(w.alerts).toMatchObject([{ code: 'delivery' }]);
      await w.process((execute) => execute, hourly());
      await shared().advance(60_000);
      w.dispatchers.splice(0, 2);
      await w.settle();
      expect(w.alerts).toHaveLength(1);
    });
  });

  describe('a delivery', () => {
    const refusing = { ok: false as const, code: 'invariant' as const, message: 'The version is broken.' };

    it('is set aside after five refusals, with an alert; others are not held up', async () => {
      const w = new DeliveryWorld(shared());
      const name = named('signal');
      const [bad, good] = [
        await w.start({ await: 'signal', name }),
        await w.start({ await: 'signal', name }),
      ];
      let tries = 0;
      await w.process((execute) => async (addressed) => {
        if (addressed.instanceId !== bad) return execute(addressed);
        tries += 1;
        return refusing;
      });
      await w.start({ send: 'signal', name });
      await w.settle();
      expect((await w.state(good!)).status).toBe('completed');
      for (let round = 0; round < 8; round++) {
        await shared().advance(20_000);
        await w.settle();
      }
      expect(tries).toBe(5);
      expect(w.alerts).toMatchObject([
        { code: 'delivery', message: expect.stringContaining('deliver-signal') },
      ]);
    });

    it('waits as long as the engine is busy', async () => {
      const w = new DeliveryWorld(shared());
      const name = named('signal');
      const id = await w.start({ await: 'signal', name });
      let busy = 12;
      await w.process((execute) => async (addressed) => {
        if (busy-- > 0) throw new EngineBusyError();
        return execute(addressed);
      });
      await w.start({ send: 'signal', name });
      for (let round = 0; round < 13; round++) {
        await w.settle();
        await shared().advance(60_000);
      }
      expect((await w.state(id)).status).toBe('completed');
      expect(w.alerts).toEqual([]);
    });

    it('is given back by a process that stops, for another to make', async () => {
      const w = new DeliveryWorld(shared());
      const names = [named('signal'), named('signal')];
      let stopped: Promise<void> | undefined;
      const first = await w.process((execute) => async (addressed) => {
        stopped ??= first.stop();
        return execute(addressed);
      });
      const receivers = [
        await w.start({ await: 'signal', name: names[0]! }),
        await w.start({ await: 'signal', name: names[1]! }),
      ];
      await shared().store.delivery.enqueue(
        receivers.map((instanceId, index) => ({
          ref: named('ref'),
          lane: names[0]!,
          kind: 'deliver-signal' as const,
          payload: { instanceId: instanceId!, key: 1, name: names[index]!, variables: {} },
        })),
      );
      await first.look();
      await stopped;
      expect([(await w.state(receivers[0]!)).status, (await w.state(receivers[1]!)).status]).toEqual([
        'completed',
        'running',
      ]);
      w.dispatchers.splice(0);
      await w.settle();
      expect((await w.state(receivers[1]!)).status).toBe('completed');
    });
  });
}
