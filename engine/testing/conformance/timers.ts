import { describe, expect, it } from 'vitest';
import { atTimer, commit, firing, send, started, succeeded, type Under } from './helpers';

/** Timers: by the store's clock, once. */
export function timerCases(under: Under): void {
  const dueIds = async () => (await under().store.dueTimers(1_000)).map((timer) => timer.instanceId);

  describe('timers', () => {
    it('are not due before their time, and due after it', async () => {
      const { id, key } = await atTimer(under);
      expect(await dueIds()).not.toContain(id);
      expect(await commit(under, firing(id, key))).toMatchObject({ ok: false, code: 'timer-not-due' });
      await under().advance(60_000);
      expect(await dueIds()).toContain(id);
    });

    it('are consumed once, by one of those who race for them', async () => {
      const { id, key } = await atTimer(under);
      await under().advance(60_000);
      const outcomes = await Promise.all([1, 2, 3].map(() => commit(under, firing(id, key))));
      expect(outcomes.map((outcome) => outcome.ok || outcome.code).sort()).toEqual(['gone', 'gone', true]);
      expect(await dueIds()).not.toContain(id);
    });

    it('tell when to look again', async () => {
      const { id } = await atTimer(under);
      const next = await under().store.nextDue([]);
      expect(next).not.toBeNull();
      expect(Date.parse(next!)).toBeLessThanOrEqual(Date.parse(await under().store.now()) + 60_000);
      expect(await dueIds()).not.toContain(id);
    });

    it('count waiting work of the given types', async () => {
      await started(under);
      const next = await under().store.nextDue(['first']);
      expect(Date.parse(next!)).toBeLessThanOrEqual(Date.parse(await under().store.now()));
    });
  });

  describe('the clock', () => {
    it('is RFC 3339 in UTC with milliseconds, and moves when told', async () => {
      const before = await under().store.now();
      expect(before).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      await under().advance(3_600_000);
      expect(Date.parse(await under().store.now()) - Date.parse(before)).toBeGreaterThanOrEqual(3_600_000);
    });

    it('never goes back within one instance', async () => {
      const { id, key } = await atTimer(under);
      await under().advance(60_000);
      await under().advance(-3_600_000);
      const outcome = await commit(under, firing(id, key));
      expect(outcome).toMatchObject({ ok: false, code: 'timer-not-due' });
      succeeded(await commit(under, send(id, { type: 'set-variables', variables: {}, reason: 'early' })));
      await under().advance(3_600_000);
      succeeded(await commit(under, firing(id, key)));
      const times = (await under().store.history(id, 0, 100)).map((row) => row.at);
      expect(times).toEqual([...times].sort());
    });
  });
}
