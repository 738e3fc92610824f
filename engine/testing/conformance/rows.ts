import { describe, expect, it } from 'vitest';
import { atTask, commit, decide, send, started, starting, succeeded, type Under } from './helpers';

/** Rows that people read: tasks, incidents, stored content. */
export function rowCases(under: Under): void {
  describe('task rows', () => {
    const claim = (id: string, key: number) =>
      send(id, { type: 'claim-task', key, personId: 'ada', personName: 'Ada' });

    it('follow the task: open, claimed, released, cancelled', async () => {
      const { id, key } = await atTask(under);
      const row = () => under().task(id, key);
      expect(await row()).toEqual({ state: 'open', assignee: null, shown: null, users: ['ada', 'b,"c"'] });
      succeeded(await commit(under, claim(id, key)));
      expect(await row()).toMatchObject({ state: 'claimed', assignee: 'ada' });
      succeeded(await commit(under, send(id, { type: 'release-task', key })));
      expect(await row()).toMatchObject({ state: 'open', assignee: null });
      succeeded(await commit(under, send(id, { type: 'cancel', reason: 'x' })));
      expect(await row()).toMatchObject({ state: 'cancelled', assignee: null });
    });

    it('keep who decided and what was shown', async () => {
      const { id, key } = await atTask(under);
      succeeded(await commit(under, claim(id, key)));
      const shown = { hash: `digest-${id}`, body: '{"what":"was shown"}' };
      const input = { type: 'complete-task' as const, key, outcome: 'approve', variables: {}, comment: null };
      const decision = send(id, { ...input, contentDigest: shown.hash }, { content: [shown] });
      expect(succeeded(await commit(under, decision)).state.status).toBe('completed');
      expect(await under().task(id, key)).toMatchObject({
        state: 'completed',
        assignee: 'ada',
        shown: shown.hash,
      });
      expect(await under().content(shown.hash)).toBe(shown.body);
    });

    it('store content once, whoever brings it', async () => {
      const shown = { hash: 'same-hash', body: 'same' };
      const two = [starting('content-1', { content: [shown] }), starting('content-2', { content: [shown] })];
      for (const outcome of await under().store.commit(two, decide)) succeeded(outcome);
      succeeded(await commit(under, starting('content-3', { content: [shown] })));
      expect(await under().content('same-hash')).toBe('same');
    });

    it('follow a task that changes twice in one batch', async () => {
      const { id, key } = await atTask(under);
      const release = send(id, { type: 'release-task', key });
      for (const outcome of await under().store.commit([claim(id, key), release], decide)) succeeded(outcome);
      expect(await under().task(id, key)).toMatchObject({ state: 'open', assignee: null });
    });
  });

  describe('old command ids', () => {
    it('are forgotten after their time', async () => {
      const id = await started(under);
      await under().advance(8 * 86_400_000);
      expect(await under().store.retentionSweep(7)).toBeGreaterThan(0);
      expect(await under().store.retentionSweep(7)).toBe(0);
      expect(await under().store.load(id)).not.toBeNull();
    });
  });
}
