import { describe, expect, it } from 'vitest';
import { atTimer, claimed, commit, completing, firing, started, succeeded, type Under } from './helpers';

/** Instances put aside, because their next step can't be computed. */
export function parkingCases(under: Under): void {
  const dueIds = async () => (await under().store.dueTimers(100)).map((timer) => timer.instanceId);
  const claimable = async () =>
    (await under().store.claimWork({ workTypes: ['first'], max: 100, leaseMs: 1, worker: 'w' })).map(
      (work) => work.instanceId,
    );

  describe('a parked instance', () => {
    it('has an incident, once, and its timers rest until it is let go', async () => {
      const { id, key } = await atTimer(under);
      expect(await under().store.park(id, 'damaged')).toBe(true);
      expect(await under().store.park(id, 'damaged again')).toBe(false);
      expect(await under().incidents(id)).toEqual(['damaged']);
      await under().advance(60_000);
      expect(await dueIds()).not.toContain(id);
      expect(await under().store.unpark(id)).toBe(true);
      expect(await under().incidents(id)).toEqual([]);
      expect(await dueIds()).toContain(id);
      succeeded(await commit(under, firing(id, key)));
    });

    it('loses its lease and gives its work to nobody until it is let go', async () => {
      const id = await started(under);
      const held = await claimed(under, id);
      await under().store.park(id, 'damaged');
      expect(await commit(under, completing(held))).toMatchObject({ ok: false, code: 'stale-lease' });
      await under().advance(60_000);
      expect(await claimable()).not.toContain(id);
      await under().store.unpark(id);
      succeeded(await commit(under, completing(await claimed(under, id))));
    });

    it('can be parked again, and only what is parked is let go', async () => {
      const id = await started(under);
      expect(await under().store.unpark(id)).toBe(false);
      await under().store.park(id, 'first');
      await under().store.unpark(id);
      expect(await under().store.park(id, 'second')).toBe(true);
      expect(await under().incidents(id)).toEqual(['second']);
      expect(await under().store.park('nobody', 'none')).toBe(false);
    });

    it('stays where it is while its snapshot can not be read', async () => {
      const id = await started(under);
      await under().store.park(id, 'damaged');
      await under().damage(id);
      await expect(under().store.unpark(id)).rejects.toThrow('snapshot is damaged');
      expect(await under().incidents(id)).toEqual(['damaged']);
    });
  });
}
