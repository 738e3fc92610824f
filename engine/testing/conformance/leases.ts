import { describe, expect, it } from 'vitest';
import { MAX_CLAIMS, SUSPECT_CLAIMS, SUSPECTS_AT_ONCE } from '../../host/ports';
import {
  claimed,
  commit,
  completing,
  decide,
  fresh,
  send,
  started,
  starting,
  succeeded,
  type Under,
} from './helpers';

/** Work: leased to one at a time, fenced by token. */
export function leaseCases(under: Under): void {
  const claimAll = (leaseMs: number, worker = 'w2') =>
    under().store.claimWork({ workTypes: ['first'], max: 100, leaseMs, worker });

  describe('leases', () => {
    it('gives work to one claimer, with what it needs', async () => {
      const id = await started(under);
      const work = await claimed(under, id);
      expect(work).toMatchObject({
        attempt: 1,
        retries: 3,
        claims: 1,
        versionId: 'v1',
        processKey: 'Process',
      });
      expect(work.payload).toEqual({ for: 'Step_1' });
      expect(Date.parse(work.leaseUntil) - Date.parse(work.leasedAt)).toBe(30_000);
      expect((await claimAll(1_000)).map((piece) => piece.instanceId)).not.toContain(id);
      expect(
        await under().store.claimWork({ workTypes: ['other'], max: 9, leaseMs: 1, worker: 'w' }),
      ).toEqual([]);
    });

    it('shares work among racing claimers without giving any piece twice', async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => started(under)));
      const claim = { workTypes: ['first'], max: 3, leaseMs: 30_000, worker: 'w' };
      const rounds = await Promise.all(Array.from({ length: 6 }, () => under().store.claimWork(claim)));
      const rest = await claimAll(30_000);
      const got = [...rounds.flat(), ...rest].map((work) => work.instanceId).filter((id) => ids.includes(id));
      expect(got.sort()).toEqual(ids.sort());
    });

    it('refuses the outcome of a lease that somebody else took over', async () => {
      const id = await started(under);
      const lost = await claimed(under, id, 1_000);
      await under().advance(1_001);
      const taken = await claimed(under, id);
      expect(taken).toMatchObject({ claims: 2, attempt: 1 });
      expect(await commit(under, completing(lost))).toMatchObject({ ok: false, code: 'stale-lease' });
      expect(await under().store.extendLease(lost, 1_000)).toBeNull();
      expect(await under().store.releaseWork(lost)).toBe(false);
      succeeded(await commit(under, completing(taken)));
      expect(await commit(under, completing(taken))).toMatchObject({ ok: false, code: 'stale-lease' });
    });

    it('accepts an outcome after the lease ended while nobody took it over', async () => {
      const work = await claimed(under, await started(under), 1_000);
      await under().advance(5_000);
      succeeded(await commit(under, completing(work)));
    });

    it('extends a lease from now', async () => {
      const id = await started(under);
      const work = await claimed(under, id, 1_000);
      expect(await under().store.extendLease(work, 60_000)).not.toBeNull();
      const other = { ...work, token: 'of somebody else' };
      expect(await under().store.extendLeases([work, other], 60_000)).toEqual(new Set([work.token]));
      await under().advance(10_000);
      expect((await claimAll(1)).map((piece) => piece.instanceId)).not.toContain(id);
    });

    it('takes back work at once, without counting the claim', async () => {
      const id = await started(under);
      expect(await under().store.releaseWork(await claimed(under, id))).toBe(true);
      expect((await claimed(under, id)).claims).toBe(1);
    });

    it('keeps failed work back until its retry is due', async () => {
      const id = await started(under);
      const work = await claimed(under, id);
      const { key, token, leasedAt } = work;
      const retryAt = new Date(Date.parse(await under().store.now()) + 10_000).toISOString();
      const lease = { worker: 'w1', leasedAt, attempt: 1 };
      const failing = send(
        id,
        { type: 'fail-work', key, error: 'no', retryAt, lease },
        { workLease: { key, token } },
      );
      succeeded(await commit(under, failing));
      expect((await claimAll(1)).map((piece) => piece.instanceId)).not.toContain(id);
      await under().advance(10_001);
      expect(await claimed(under, id)).toMatchObject({ attempt: 2, claims: 1 });
    });

    it('takes up only a few pieces at once of what was claimed three times', async () => {
      const ids = await Promise.all(Array.from({ length: SUSPECTS_AT_ONCE + 3 }, () => started(under)));
      const mine = (work: readonly { instanceId: string }[]) =>
        work.map((piece) => piece.instanceId).filter((id) => ids.includes(id));
      for (let claims = 0; claims < SUSPECT_CLAIMS; claims++) {
        expect(mine(await claimAll(1_000))).toHaveLength(ids.length);
        await under().advance(1_001);
      }
      const fresh = await started(under);
      const some = await claimAll(30_000);
      expect(mine(some)).toHaveLength(SUSPECTS_AT_ONCE);
      expect(some.map((piece) => piece.instanceId)).toContain(fresh);
      expect(mine(await claimAll(30_000))).toHaveLength(3);
      // Out of the way of the other cases, which share the store.
      await under().store.commit(
        ids.map((id) => send(id, { type: 'cancel', reason: 'done' })),
        decide,
      );
    });

    it('sets work aside after five claims without an outcome', async () => {
      const id = await started(under);
      for (let claims = 1; claims <= MAX_CLAIMS; claims++) {
        expect((await claimed(under, id, 1_000)).claims).toBe(claims);
        await under().advance(1_001);
      }
      expect((await claimAll(1)).map((piece) => piece.instanceId)).not.toContain(id);
      const work = (await under().store.exhaustedClaims(MAX_CLAIMS, 100)).find(
        (piece) => piece.instanceId === id,
      )!;
      const { key, token, leasedAt, attempt } = work;
      const lease = { worker: 'quarantine', leasedAt, attempt };
      const parking = send(
        id,
        { type: 'quarantine-work', key, error: 'five claims', lease },
        { workLease: { key, token } },
      );
      succeeded(await commit(under, parking));
      expect(await under().incidents(id)).toEqual(['five claims']);
      expect(await under().store.exhaustedClaims(MAX_CLAIMS, 100)).not.toContainEqual(
        expect.objectContaining({ instanceId: id }),
      );
    });
  });

  describe('hand-over', () => {
    const to = { workTypes: ['first'], worker: 'me', leaseMs: 9_000, max: 1 };

    it('leases new work in the commit that creates it, up to its limit', async () => {
      const ids = [fresh('instance'), fresh('instance')];
      const outcomes = await under().store.commit(
        ids.map((id) => starting(id)),
        decide,
        to,
      );
      const handed = outcomes.flatMap((outcome) => succeeded(outcome).handedOver);
      expect(handed).toMatchObject([
        { instanceId: ids[0], claims: 1, attempt: 1, payload: { for: 'Step_1' } },
      ]);
      const left = (await claimAll(30_000)).map((work) => work.instanceId);
      expect(left.filter((id) => ids.includes(id))).toEqual([ids[1]]);
      succeeded(await commit(under, completing(handed[0]!)));
    });

    it('leaves work of other types to whoever claims it', async () => {
      const id = fresh('instance');
      const [outcome] = await under().store.commit([starting(id)], decide, { ...to, workTypes: ['other'] });
      expect(succeeded(outcome!).handedOver).toEqual([]);
      await claimed(under, id);
    });
  });
}
