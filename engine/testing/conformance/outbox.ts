import { describe, expect, it } from 'vitest';
import type { ScriptStep } from '../scripted';
import { lane, message, scriptedInstance } from './exchange-helpers';
import { fresh, type Under } from './helpers';

/** What leaves instances: in order within a lane, leased, set aside alone. */
export function outboxCases(under: Under): void {
  const sends = (count: number): ScriptStep[] =>
    Array.from({ length: count }, (_, index) => ({
      send: 'signal',
      name: fresh('signal'),
      variables: { index },
    }));
  const order = (rows: Awaited<ReturnType<typeof lane>>) =>
    rows.map((row) => (row.kind === 'broadcast-signal' ? row.payload.variables.index : row.kind));
  const store = () => under().store.delivery;

  describe('deliveries', () => {
    it('come in the order of writing, to one who leases them', async () => {
      const id = await scriptedInstance(under, ...sends(3));
      expect(order(await lane(under, id))).toEqual([0, 1, 2]);
      expect(await lane(under, id)).toEqual([]);
    });

    it('are shared among those who race for them, each lane whole', async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => scriptedInstance(under, ...sends(2))));
      const claims = await Promise.all([1, 2, 3, 4].map(() => store().claimDeliveries(10_000, 30_000)));
      for (const id of ids) {
        const mine = claims.map((rows) => order(rows.filter((row) => row.lane === id)));
        expect(mine.filter((rows) => rows.length > 0)).toEqual([[0, 1]]);
      }
    });

    it('come again when their lease is over, and the old lease is worth nothing', async () => {
      const id = await scriptedInstance(under, ...sends(1));
      const [first] = await lane(under, id, 1_000);
      await under().advance(1_001);
      const [second] = await lane(under, id);
      expect(second).toMatchObject({ id: first!.id, claims: 2 });
      const published = message(fresh('name'));
      expect(await store().finish([{ delivery: first!, messages: [published] }])).toEqual([false]);
      expect(await store().standing(published.name, published.messageId)).toBeNull();
      expect(await store().finish([{ delivery: second! }])).toEqual([true]);
      await under().advance(60_000);
      expect(await lane(under, id)).toEqual([]);
    });

    it('become something else in the transaction that removes them', async () => {
      const id = await scriptedInstance(under, ...sends(1));
      const [row] = await lane(under, id);
      const published = message(fresh('name'));
      const next = {
        ref: fresh('ref'),
        lane: `to:${id}`,
        kind: 'seek-message' as const,
        payload: { name: 'x' },
      };
      const becomes = { messages: [published], deliveries: [next, next] };
      expect(await store().finish([{ delivery: row!, ...becomes }])).toEqual([true]);
      expect(await store().standing(published.name, published.messageId)).toMatchObject({ pending: true });
      expect(await lane(under, `to:${id}`)).toMatchObject([{ ref: next.ref, payload: { name: 'x' } }]);
    });

    it('wait for the one before that failed, which comes back alone; other lanes do not', async () => {
      const id = await scriptedInstance(under, ...sends(2));
      const [failed, behind] = await lane(under, id);
      await store().putBack(behind!, 0, null, true);
      await store().putBack(failed!, 5_000, 'refused', false);
      const other = await scriptedInstance(under, ...sends(1));
      expect(order(await lane(under, id))).toEqual([]);
      await store().putBack((await lane(under, other))[0] ?? failed!, 0, null, true);
      await under().advance(5_000);
      const again = await lane(under, id);
      expect(again).toMatchObject([{ id: failed!.id, claims: 2 }]);
      await store().finish([{ delivery: again[0]! }]);
      expect(await lane(under, id)).toMatchObject([{ id: behind!.id, claims: 1 }]);
    });

    it('go on behind one that was set aside', async () => {
      const id = await scriptedInstance(under, ...sends(2));
      const [bad, good] = await lane(under, id);
      await store().quarantine(bad!, 'it never worked');
      await store().putBack(good!, 0, null, true);
      expect(await lane(under, id)).toMatchObject([{ id: good!.id }]);
    });

    it('are written once under one name', async () => {
      const row = {
        ref: fresh('ref'),
        lane: fresh('lane'),
        kind: 'seek-message' as const,
        payload: { name: 'x' },
      };
      await store().enqueue([row]);
      await store().enqueue([row]);
      expect(await lane(under, row.lane)).toHaveLength(1);
    });

    it('say what there is to do', async () => {
      await scriptedInstance(under, ...sends(1));
      await store().publish(message(fresh('name'), { timeToLiveMs: 0 }));
      expect(await store().outlook()).toMatchObject({ deliveries: true, messages: true, expired: true });
      await store().claimMessages(10_000, 30_000);
      const { messages, nextInMs } = await store().outlook();
      expect({ messages, planned: nextInMs !== null }).toEqual({ messages: false, planned: true });
    });
  });
}
