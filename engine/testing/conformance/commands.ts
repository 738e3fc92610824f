import { describe, expect, it } from 'vitest';
import type { Decide } from '../../host/commit/plan';
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

/** Commands: applied once, in order, each for itself. */
export function commandCases(under: Under): void {
  describe('commands', () => {
    it('stores what the core computed', async () => {
      const id = fresh('instance');
      const { state, firstSeq, events, repeated } = succeeded(await commit(under, starting(id)));
      expect({ firstSeq, repeated, last: events.length }).toEqual({
        firstSeq: 1,
        repeated: false,
        last: state.seq,
      });
      expect(await under().store.load(id)).toEqual(state);
      expect(await under().store.load('nobody')).toBeNull();
    });

    it('recognises a repeat by its id and does nothing again', async () => {
      const start = starting(fresh('instance'));
      const first = succeeded(await commit(under, start));
      const again = succeeded(await commit(under, start));
      expect(again).toMatchObject({ repeated: true, firstSeq: 1, events: [], state: first.state });
    });

    it('recognises a repeat within one batch', async () => {
      const start = starting(fresh('instance'));
      const outcomes = await under().store.commit([start, start], decide);
      expect(outcomes.map((outcome) => outcome.ok && outcome.repeated)).toEqual([false, true]);
    });

    it('refuses a second start and an unknown instance, by name', async () => {
      const id = await started(under);
      expect(await commit(under, starting(id))).toMatchObject({ ok: false, code: 'instance-exists' });
      const cancel = send('nobody', { type: 'cancel', reason: 'none' });
      expect(await commit(under, cancel)).toMatchObject({ ok: false, code: 'unknown-instance' });
    });

    it('chains commands for one instance in one batch', async () => {
      const id = fresh('instance');
      const set = send(id, { type: 'set-variables', variables: { n: 2 }, reason: 'test' });
      const cancel = send(id, { type: 'cancel', reason: 'enough' });
      const late = send(id, { type: 'set-variables', variables: { n: 3 }, reason: 'late' });
      const outcomes = await under().store.commit([starting(id), set, cancel, late], decide);
      expect(outcomes.map((outcome) => outcome.ok || outcome.code)).toEqual([
        true,
        true,
        true,
        'instance-ended',
      ]);
      const state = await under().store.load(id);
      expect(state).toMatchObject({ status: 'terminated', variables: { n: 2 } });
      const claim = { workTypes: ['first'], max: 100, leaseMs: 1, worker: 'w' };
      expect((await under().store.claimWork(claim)).filter((work) => work.instanceId === id)).toEqual([]);
    });

    it('lets racing writers through one after the other, none lost', async () => {
      const id = await started(under);
      const names = Array.from({ length: 12 }, (_, index) => `v${index}`);
      const outcomes = await Promise.all(
        names.map((name) =>
          commit(under, send(id, { type: 'set-variables', variables: { [name]: 1 }, reason: 'race' })),
        ),
      );
      expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
      const firsts = outcomes.map((outcome) => succeeded(outcome).firstSeq).sort((a, b) => a - b);
      expect(new Set(firsts).size).toBe(names.length);
      expect(Object.keys((await under().store.load(id))!.variables)).toEqual(expect.arrayContaining(names));
    });

    it('lets one of two racing starts and repeats of one command win', async () => {
      const start = starting(fresh('instance'));
      const [a, b] = await Promise.all([commit(under, start), commit(under, start)]);
      expect([succeeded(a!).repeated, succeeded(b!).repeated].sort()).toEqual([false, true]);
    });

    it('asks the guard under the lock', async () => {
      const id = await started(under);
      const refusal = { ok: false as const, code: 'content-changed' as const, message: 'changed' };
      const set = send(id, { type: 'set-variables', variables: { n: 9 }, reason: 'guarded' });
      const seen: unknown[] = [];
      const guard = (state: unknown) => {
        seen.push(state);
        return refusal;
      };
      expect(await commit(under, { ...set, guard })).toBe(refusal);
      expect(seen).toEqual([await under().store.load(id)]);
    });
  });

  describe('a batch with a poison member', () => {
    const poisoned =
      (id: string): Decide =>
      (locked) => {
        if (locked.addressed.instanceId === id) throw new Error('an illegal move');
        return decide(locked);
      };

    it('commits the others and leaves the poisoned instance as it was', async () => {
      const [bad, good] = [await started(under), await started(under)];
      const set = (id: string) => send(id, { type: 'set-variables', variables: { n: 5 }, reason: 'x' });
      const before = await under().store.load(bad);
      const outcomes = await under().store.commit([set(bad), set(good)], poisoned(bad));
      expect(outcomes).toMatchObject([{ ok: false, code: 'invariant' }, { ok: true }]);
      expect(await under().store.load(bad)).toEqual(before);
    });

    it('names a damaged snapshot and serves the others', async () => {
      const [bad, good] = [await started(under), await started(under)];
      await under().damage(bad);
      const cancel = (id: string) => send(id, { type: 'cancel', reason: 'x' });
      const outcomes = await under().store.commit([cancel(bad), cancel(good)], decide);
      expect(outcomes).toMatchObject([{ ok: false, code: 'invariant' }, { ok: true }]);
    });
  });

  describe('a commit whose answer was lost', () => {
    it('is found out and answered as it was', async () => {
      const id = await started(under);
      const work = await claimed(under, id);
      await under().loseNextAnswer();
      const { repeated, events } = succeeded(await commit(under, completing(work)));
      expect({ repeated, type: events[0]?.type }).toEqual({ repeated: false, type: 'work.completed' });
      expect(await commit(under, completing(work))).toMatchObject({ ok: false, code: 'stale-lease' });
    });
  });
}
