import { describe, expect, it } from 'vitest';
import type { DueStart, FiredStart } from '../../host/delivery/ports';
import { commitScripted, lane, startingScript } from './exchange-helpers';
import { fresh, send, succeeded, type Under } from './helpers';

/** Start events that wait, and instances that run for others. */
export function startCases(under: Under): void {
  const store = () => under().store.delivery;
  const target = (name: string) => ({
    create: { processId: name, modelId: 'm', versionId: 'v1', processKey: 'Process', title: null },
    startElementId: 'Start',
    index: 0,
  });

  describe('start subscriptions', () => {
    it('are found by kind and name, the oldest first', async () => {
      const name = fresh('name');
      const [one, two] = [target(fresh('process')), target(fresh('process'))];
      for (const each of [one, two]) {
        await under().startSubscription({ ...each, kind: 'message', name });
        await under().startSubscription({ ...each, index: 1, kind: 'signal', name });
      }
      const [found] = await store().receivers([{ name, correlationKey: 'any' }], 10);
      expect(found).toEqual({ waiting: [], starts: [one, two] });
      const { starts } = await store().signalReceivers(name);
      expect(starts).toEqual([
        { ...one, index: 1 },
        { ...two, index: 1 },
      ]);
    });
  });

  describe('start timers', () => {
    const timer = async (): Promise<DueStart> => {
      const dueAt = new Date(Date.parse(await under().store.now()) + 10_000).toISOString();
      const row = { ...target(fresh('process')), dueAt, data: { left: 1 } };
      await under().startTimer(row);
      return row;
    };
    const firing =
      (seen: DueStart[], next: FiredStart['next']) =>
      async (due: DueStart): Promise<FiredStart> => {
        seen.push(due);
        const ref = `timer:${due.create.processId}:${due.dueAt}`;
        const payload = { target: due, trigger: { index: due.index }, variables: {} };
        return { due, next, starts: { ref, lane: ref, kind: 'start-instance', payload } };
      };

    it('fire once, whoever comes first, and leave one start', async () => {
      const row = await timer();
      const seen: DueStart[] = [];
      await Promise.all([1, 2, 3].map(() => store().fireStarts(100, firing(seen, null))));
      expect(seen).toEqual([]);
      await under().advance(10_000);
      await Promise.all([1, 2, 3].map(() => store().fireStarts(100, firing(seen, null))));
      expect(seen).toEqual([row]);
      expect(await lane(under, `timer:${row.create.processId}:${row.dueAt}`)).toHaveLength(1);
      expect(await store().fireStarts(100, firing(seen, null))).toBe(0);
    });

    it('go on as long as they say', async () => {
      const row = await timer();
      await under().advance(10_000);
      const next = { dueAt: new Date(Date.parse(row.dueAt) + 10_000).toISOString(), data: { left: 0 } };
      const seen: DueStart[] = [];
      await store().fireStarts(100, firing(seen, next));
      await store().fireStarts(100, firing(seen, null));
      await under().advance(10_000);
      await store().fireStarts(100, firing(seen, null));
      expect(seen).toEqual([row, { ...row, ...next }]);
    });

    it('that can not fire are left for a minute', async () => {
      const row = await timer();
      await under().advance(10_000);
      expect(await store().fireStarts(100, async () => null)).toBe(1);
      const seen: DueStart[] = [];
      expect(await store().fireStarts(100, firing(seen, null))).toBe(0);
      await under().advance(60_000);
      await store().fireStarts(100, firing(seen, null));
      expect(seen).toMatchObject([{ create: row.create }]);
    });
  });

  describe('calls', () => {
    it('are on record with the child, and with how many lie above it', async () => {
      const parentId = fresh('parent');
      const base = startingScript([{ await: 'signal', name: 'end' }]);
      const { input } = base.command;
      if (input.type !== 'start') throw new Error('not a start');
      const calledBy = { instanceId: parentId, key: 7 };
      const create = { ...base.create!, depth: 3 };
      const start = { ...base, create, command: { ...base.command, input: { ...input, calledBy } } };
      succeeded(await commitScripted(under, start));
      const [child, missing, again] = await store().callers([base.instanceId, parentId, base.instanceId]);
      const { actor } = base.command;
      expect(child).toEqual({ depth: 3, startedBy: actor, state: await under().store.load(base.instanceId) });
      expect([missing, again]).toEqual([null, child]);
      expect(await store().childrenOf(parentId, 7)).toEqual([base.instanceId]);
      expect(await store().childrenOf(parentId, 8)).toEqual([]);
      succeeded(await commitScripted(under, send(base.instanceId, { type: 'cancel', reason: 'x' })));
      expect(await store().childrenOf(parentId, 7)).toEqual([]);
      expect(await lane(under, base.instanceId)).toMatchObject([
        { kind: 'answer-call', payload: { calledBy, outcome: { ok: false, errorCode: null } } },
      ]);
    });
  });
}
