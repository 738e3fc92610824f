import { describe, expect, it } from 'vitest';
import { fold } from '../../core/evolve';
import {
  atTask,
  atTimer,
  commit,
  decide,
  fresh,
  send,
  started,
  starting,
  succeeded,
  type Under,
} from './helpers';

/** The ledger of an instance: gap-free, replayable, erasable. */
export function historyCases(under: Under): void {
  describe('history', () => {
    it('replays to the stored state', async () => {
      const { id } = await atTask(under);
      const rows = await under().store.history(id, 0, 1_000);
      const events = rows.flatMap((row) => row.events);
      expect(rows.map((row) => row.firstSeq)).toEqual(
        rows.map((_, index) => 1 + rows.slice(0, index).reduce((sum, row) => sum + row.events.length, 0)),
      );
      expect(JSON.stringify(fold(events))).toBe(JSON.stringify(await under().store.load(id)));
    });

    it('comes in pages, also from the middle of a row', async () => {
      const { id } = await atTimer(under);
      const all = await under().store.history(id, 0, 1_000);
      const [first, second] = all as [(typeof all)[0], (typeof all)[0]];
      expect(await under().store.history(id, 0, 1)).toEqual([first]);
      expect(await under().store.history(id, 2, 1)).toEqual([first]);
      expect(await under().store.history(id, first.events.length, 10)).toEqual(all.slice(1));
      expect(await under().store.history(id, second.firstSeq, 1)).toEqual([second]);
      expect(await under().store.history(id, 10_000, 10)).toEqual([]);
    });

    it('names who did what because of which command', async () => {
      const id = fresh('instance');
      const start = starting(id);
      succeeded(await commit(under, start));
      const [row] = await under().store.history(id, 0, 1);
      expect(row).toMatchObject({ actor: start.command.actor, cause: start.command.id, erased: false });
      expect(row?.leafHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('keeps the names of erased events and loses their data', async () => {
      const id = await started(under);
      const [before] = await under().store.history(id, 0, 1);
      await under().erase(id, 1);
      const [after] = await under().store.history(id, 0, 1);
      expect(after).toMatchObject({ erased: true, leafHash: before?.leafHash });
      expect(after?.events.map((event) => event.type)).toEqual(before?.events.map((event) => event.type));
      expect(JSON.stringify(after?.events)).not.toContain('quoted');
    });

    it('stores a batch of many instances, each with its own chain', async () => {
      const ids = Array.from({ length: 60 }, () => fresh('instance'));
      const batch = ids.flatMap((id) => [
        starting(id),
        send(id, { type: 'set-variables', variables: { id }, reason: 'mine' }),
      ]);
      for (const outcome of await under().store.commit(batch, decide)) succeeded(outcome);
      for (const id of ids) expect((await under().store.load(id))?.variables.id).toBe(id);
    });
  });
}
