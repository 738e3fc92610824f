import { describe, expect, it } from 'vitest';
import { scripted } from '../scripted';
import {
  commitScripted,
  message,
  receiving,
  scriptedInstance,
  startingScript,
  taken,
} from './exchange-helpers';
import { fresh, send, succeeded, type Under } from './helpers';

/** Who waits for what, and messages that are consumed once. */
export function subscriptionCases(under: Under): void {
  const waiting = async (name: string, correlationKey: string | null = null) =>
    (await under().store.delivery.receivers([{ name, correlationKey }], 10))[0]!.waiting.map(
      (each) => each.instanceId,
    );

  describe('subscriptions', () => {
    it('are found by name and correlation key, and none fits only none', async () => {
      const name = fresh('name');
      const one = await scriptedInstance(under, { await: 'message', name, key: 'a' });
      const other = await scriptedInstance(under, { await: 'message', name });
      expect(await waiting(name, 'a')).toEqual([one]);
      expect(await waiting(name)).toEqual([other]);
      expect(await waiting(name, 'b')).toEqual([]);
    });

    it('stand in the order of opening; one that waits again stands at the end', async () => {
      const name = fresh('name');
      const step = { await: 'message', name } as const;
      const [first, second] = [
        await scriptedInstance(under, step, step),
        await scriptedInstance(under, step, step),
      ];
      expect(await waiting(name)).toEqual([first, second]);
      succeeded(await commitScripted(under, receiving(first!, await taken(under, message(name)))));
      expect(await waiting(name)).toEqual([second, first]);
    });

    it('go with the instance, and one opened and closed in one batch is never seen', async () => {
      const name = fresh('name');
      const id = await scriptedInstance(under, { await: 'message', name });
      succeeded(await commitScripted(under, send(id, { type: 'cancel', reason: 'x' })));
      const start = startingScript([{ await: 'message', name }]);
      const cancel = send(start.instanceId, { type: 'cancel', reason: 'x' });
      for (const outcome of await under().store.commit([start, cancel], scripted)) succeeded(outcome);
      expect(await waiting(name)).toEqual([]);
    });

    it('of signals are all found by name', async () => {
      const name = fresh('name');
      const ids = [
        await scriptedInstance(under, { await: 'signal', name }),
        await scriptedInstance(under, { await: 'signal', name }),
      ];
      await scriptedInstance(under, { await: 'message', name });
      const receivers = await under().store.delivery.signalReceivers(name);
      expect(receivers.waiting).toEqual(ids.map((instanceId) => ({ instanceId, key: 1 })));
    });
  });

  describe('a message', () => {
    it('is consumed by one of two instances that race for it', async () => {
      const name = fresh('name');
      const ids = [0, 1].map(() => scriptedInstance(under, { await: 'message', name }));
      const pending = await taken(under, message(name));
      const outcomes = await Promise.all(
        (await Promise.all(ids)).map((id) => commitScripted(under, receiving(id, pending))),
      );
      expect(outcomes.map((outcome) => outcome.ok || outcome.code).sort()).toEqual(['gone', true]);
      expect(await waiting(name)).toHaveLength(1);
    });

    it('is consumed by one of two instances in one batch', async () => {
      const name = fresh('name');
      const ids = [
        await scriptedInstance(under, { await: 'message', name }),
        await scriptedInstance(under, { await: 'message', name }),
      ];
      const pending = await taken(under, message(name));
      const batch = ids.map((id) => receiving(id, pending));
      const outcomes = await under().store.commit(batch, scripted);
      expect(outcomes.map((outcome) => outcome.ok || outcome.code)).toEqual([true, 'gone']);
    });

    it('stays when its receiver refuses it', async () => {
      const name = fresh('name');
      const gone = await scriptedInstance(under, { await: 'signal', name });
      const pending = await taken(under, message(name));
      expect(await commitScripted(under, receiving(gone, pending))).toMatchObject({
        code: 'not-waiting-for-message',
      });
      const id = await scriptedInstance(under, { await: 'message', name });
      succeeded(await commitScripted(under, receiving(id, pending, { from: 'outside' })));
      expect((await under().store.load(id))?.variables).toMatchObject({ from: 'outside' });
    });

    it('starts an instance once', async () => {
      const name = fresh('name');
      const pending = await taken(under, message(name));
      const { position } = pending;
      const starts = [0, 1].map(() =>
        commitScripted(under, startingScript([{ await: 'signal', name }], { message: { position } })),
      );
      const outcomes = await Promise.all(starts);
      expect(outcomes.map((outcome) => outcome.ok || outcome.code).sort()).toEqual(['gone', true]);
    });
  });
}
