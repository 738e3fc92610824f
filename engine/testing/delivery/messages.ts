import { describe, expect, it } from 'vitest';
import { instanceIdFor } from '../../host/delivery/context';
import type { SharedStore } from './world';
import { DeliveryWorld, named, startOf } from './world';

/** Messages find one receiver, whoever was first. */
export function messageDeliveryCases(shared: () => SharedStore): void {
  const world = (options = {}) => new DeliveryWorld(shared(), options);

  describe('a message', () => {
    it('reaches whoever waits for its name and key, with its variables', async () => {
      const w = world();
      const name = named('name');
      const other = await w.start({ await: 'message', name, key: 'other' });
      const id = await w.start({ await: 'message', name, key: 'mine' });
      await w.start({ send: 'message', name, key: 'mine', variables: { n: 7 } });
      await w.settle();
      expect(await w.state(id)).toMatchObject({ status: 'completed', variables: { n: 7 } });
      expect((await w.state(other)).status).toBe('running');
    });

    it('is kept for one who waits later', async () => {
      const w = world();
      const name = named('name');
      const sent = await w.publish(name);
      await w.settle();
      const id = await w.start({ await: 'message', name });
      await w.settle();
      expect(await w.received(id)).toEqual([sent]);
    });

    it('is kept no longer than its time to live, or than is usual', async () => {
      const w = world({ messageTimeToLiveMs: 5_000 });
      const [short, usual] = [named('name'), named('name')];
      await w.start({ send: 'message', name: short, ttl: 1_000 }, { send: 'message', name: usual });
      await w.settle();
      await shared().advance(1_000);
      const late = await w.start({ await: 'message', name: short });
      const inTime = await w.start({ await: 'message', name: usual });
      await w.settle();
      expect((await w.state(late)).status).toBe('running');
      expect((await w.state(inTime)).status).toBe('completed');
    });

    it('reaches exactly one of many, however many processes deliver', async () => {
      const w = world();
      const name = named('name');
      const early = await Promise.all(Array.from({ length: 10 }, () => w.start({ await: 'message', name })));
      const sent = await Promise.all(Array.from({ length: 25 }, () => w.publish(name)));
      for (const _ of [1, 2, 3]) await w.process();
      const settling = w.settle();
      const late = await Promise.all(Array.from({ length: 10 }, () => w.start({ await: 'message', name })));
      await settling;
      await w.settle();
      const received = (await Promise.all([...early, ...late].map((id) => w.received(id)))).flat();
      expect(received).toHaveLength(20);
      expect(new Set(received).size).toBe(20);
      expect(sent).toEqual(expect.arrayContaining(received));
      const last = await w.start(...Array.from({ length: 5 }, () => ({ await: 'message' as const, name })));
      await w.settle();
      expect(new Set([...received, ...(await w.received(last))])).toEqual(new Set(sent));
    });

    it('comes in the order in which it was sent', async () => {
      const w = world();
      const name = named('name');
      const steps = Array.from({ length: 6 }, (_, n) => ({
        send: 'message' as const,
        name,
        variables: { n },
      }));
      const id = await w.start(...steps.map(() => ({ await: 'message' as const, name })));
      await w.start(...steps);
      await w.settle();
      const history = await shared().store.history(id, 0, 100);
      const order = history.flatMap((row) =>
        row.events.flatMap((event) => (event.type === 'variables.set' ? [event.data.variables.n] : [])),
      );
      expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    });

    it('looks for another when its receiver has gone', async () => {
      const w = world();
      const name = named('name');
      const [gone, id] = [
        await w.start({ await: 'message', name }),
        await w.start({ await: 'message', name }),
      ];
      await w.process((execute) => async (addressed) => {
        if (addressed.instanceId === gone) await w.cancel(gone);
        return execute(addressed);
      });
      const sent = await w.publish(name);
      await w.settle();
      expect(await w.received(id!)).toEqual([sent]);
    });

    it('starts an instance once when nobody waits, in the conversation of its sender', async () => {
      const w = world();
      const name = named('name');
      const target = startOf(named('process'));
      await shared().startSubscription({ ...target, kind: 'message', name });
      const waiting = await w.start({ await: 'message', name });
      const [first, second] = [
        await w.publish(name),
        await w.publish(name, { conversation: 'c-1', actor: PERSON, variables: { n: 1 } }),
      ];
      const before = w.dispatchers.length;
      expect(before).toBe(0);
      await w.settle();
      expect(await w.received(waiting)).toEqual([first]);
      const started = await startedOf(w, name, target.create.processId);
      expect(started).toMatchObject([
        { conversation: 'c-1', startedBy: 'bea', variables: { n: 1 }, processKey: target.create.processKey },
      ]);
      expect(await w.received(started[0]!.id)).toEqual([second]);
    });

    it('starts the process of its sender’s own model before one of another', async () => {
      const w = world();
      const name = named('name');
      const [other, own] = [startOf(named('process')), startOf(named('process'))];
      other.create.modelId = 'another model';
      for (const target of [other, own])
        await shared().startSubscription({ ...target, kind: 'message', name });
      await w.start({ send: 'message', name });
      await w.settle();
      expect(await startedOf(w, name, own.create.processId)).toHaveLength(1);
      await w.publish(name);
      await w.settle();
      expect(await startedOf(w, name, other.create.processId)).toHaveLength(1);
    });

    it('is set aside after five refusals, with an alert, and those behind it go on', async () => {
      const w = world();
      const name = named('name');
      const bad = await w.start({ await: 'message', name, key: 'bad' });
      const good = await w.start({ await: 'message', name, key: 'good' });
      let tries = 0;
      await w.process((execute) => async (addressed) => {
        if (addressed.instanceId !== bad) return execute(addressed);
        tries += 1;
        return { ok: false, code: 'invariant', message: 'The snapshot is damaged.' };
      });
      await w.publish(name, { correlationKey: 'bad' });
      await w.publish(name, { correlationKey: 'good' });
      for (let round = 0; round < 8; round++) {
        await w.settle();
        await shared().advance(20_000);
        if (round === 0) expect((await w.state(good)).status).toBe('completed');
      }
      expect(tries).toBe(5);
      expect(w.alerts).toMatchObject([{ code: 'delivery', message: expect.stringContaining('damaged') }]);
    });
  });
}

const PERSON = { kind: 'person' as const, id: 'bea', name: 'Bea', via: 'token' as const };

/** Instances that a message of this name started; their ids follow from its place. */
async function startedOf(w: DeliveryWorld, name: string, processId: string) {
  const found = [];
  for (let position = 1; position < 500; position++) {
    const id = instanceIdFor(`message:${position}>${processId}:Start:0`);
    const state = await w.shared.store.load(id);
    if (state) found.push(state);
  }
  if (found.length === 0) throw new Error(`nothing was started by ${name}`);
  return found;
}
