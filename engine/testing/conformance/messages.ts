import { describe, expect, it } from 'vitest';
import { RECEIPT_MS } from '../../host/delivery/ports';
import { commitScripted, message, receiving, scriptedInstance, taken } from './exchange-helpers';
import { fresh, succeeded, type Under } from './helpers';

/** Messages that wait for a receiver: kept, looked at again, forgotten. */
export function messageCases(under: Under): void {
  const store = () => under().store.delivery;
  const claim = (name: string, correlationKey: string | null = null) =>
    store().claimMessages(100, 30_000, { name, correlationKey });
  const ids = (rows: readonly { messageId: string }[]) => rows.map((row) => row.messageId);

  describe('published messages', () => {
    it('are the same under the same name and id, while they live', async () => {
      const one = message(fresh('name'), { named: true, timeToLiveMs: 1_000 });
      expect(await store().publish(one)).toBe(true);
      expect(await store().publish({ ...one, variables: { other: 1 } })).toBe(false);
      expect(await store().publish({ ...one, name: fresh('name') })).toBe(true);
      const id = await scriptedInstance(under, { await: 'message', name: one.name });
      const [pending] = await claim(one.name);
      succeeded(await commitScripted(under, receiving(id, pending!)));
      expect(await store().publish(one)).toBe(false);
      expect(await store().standing(one.name, one.messageId)).toEqual({ pending: false, receiver: id });
      await under().advance(RECEIPT_MS);
      await store().removeExpired(10_000);
      expect(await store().publish(one)).toBe(true);
    });

    it('say who received them for a while, however short their time was', async () => {
      const one = message(fresh('name'), { named: true, timeToLiveMs: 0 });
      await store().publish(one);
      const id = await scriptedInstance(under, { await: 'message', name: one.name });
      const [pending] = await claim(one.name);
      succeeded(await commitScripted(under, receiving(id, pending!)));
      await store().removeExpired(10_000);
      expect(await store().standing(one.name, one.messageId)).toEqual({ pending: false, receiver: id });
    });

    it('carry what they were given', async () => {
      const actor = { kind: 'person' as const, id: 'ada', name: 'Ada', via: 'token' as const };
      const given = { variables: { text: 'ü "q" \\' }, conversation: 'c', actor, correlationKey: 'k' };
      const one = message(fresh('name'), given);
      expect(await taken(under, one)).toMatchObject({ ...given, name: one.name, messageId: one.messageId });
    });

    it('of one name and key are taken in their order, by one at a time', async () => {
      const name = fresh('name');
      const [first, second] = [message(name), message(name)];
      for (const one of [first!, second!, message(name, { correlationKey: 'k' })]) await store().publish(one);
      const [pending, behind] = await claim(name);
      expect(ids([pending!, behind!])).toEqual(ids([first!, second!]));
      await store().putBackMessage(behind!, 0, null, true);
      expect(await claim(name)).toEqual([]);
      expect(await claim(name, 'k')).toHaveLength(1);
      await store().keepMessages([pending!]);
      expect(ids(await claim(name))).toEqual(ids([second!]));
    });

    it('are kept when nobody takes them, and looked at again when somebody waits', async () => {
      const name = fresh('name');
      const [first, second] = [message(name), message(name)];
      for (const one of [first!, second!]) await store().publish(one);
      for (const pending of await claim(name)) await store().keepMessages([pending]);
      expect(await claim(name)).toEqual([]);
      expect(await store().seek([{ name, correlationKey: null }])).toBe(0);
      await scriptedInstance(under, { await: 'message', name });
      expect(await store().seek([{ name, correlationKey: null }])).toBe(1);
      expect(ids(await claim(name))).toEqual(ids([first!]));
    });

    it('stay to be looked at when a receiver came while somebody looked', async () => {
      const name = fresh('name');
      const pending = await taken(under, message(name));
      await scriptedInstance(under, { await: 'message', name });
      await store().keepMessages([pending]);
      expect(await claim(name)).toHaveLength(1);
    });

    it('take the lease from one who may not have seen the new receiver', async () => {
      const name = fresh('name');
      const pending = await taken(under, message(name));
      await scriptedInstance(under, { await: 'message', name });
      expect(await store().seek([{ name, correlationKey: null }])).toBe(1);
      await store().keepMessages([pending]);
      expect(await claim(name)).toHaveLength(1);
    });

    it('are all looked at for a new start event of their name', async () => {
      const name = fresh('name');
      for (const correlationKey of ['a', 'b', null])
        await store().keepMessages([await taken(under, message(name, { correlationKey }))]);
      expect(await store().seek([{ name }])).toBe(3);
    });

    it('are forgotten when their time is over, but looked at once whatever it is', async () => {
      const name = fresh('name');
      const one = message(name, { timeToLiveMs: 0 });
      await store().publish(one);
      await store().removeExpired(10_000);
      const [pending] = await claim(name);
      expect(pending).toMatchObject({ messageId: one.messageId });
      await store().keepMessages([pending!]);
      await scriptedInstance(under, { await: 'message', name });
      expect(await store().seek([{ name, correlationKey: null }])).toBe(0);
      expect(await store().removeExpired(10_000)).toBeGreaterThan(0);
      expect(await store().standing(name, one.messageId)).toBeNull();
    });

    it('are tried again later, or set aside', async () => {
      const name = fresh('name');
      const pending = await taken(under, message(name));
      await store().putBackMessage(pending, 1_000, 'refused', false);
      expect(await claim(name)).toEqual([]);
      await under().advance(1_000);
      const [again] = await claim(name);
      expect(again).toMatchObject({ claims: 2 });
      await store().quarantineMessage(again!, 'refused five times');
      await under().advance(60_000);
      expect(await claim(name)).toEqual([]);
    });
  });
}
