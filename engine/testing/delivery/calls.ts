import { describe, expect, it } from 'vitest';
import { instanceIdFor } from '../../host/delivery/context';
import type { ScriptStep } from '../scripted';
import type { SharedStore } from './world';
import { DeliveryWorld, named } from './world';

/** Calls: started once, answered once, ended with their caller. */
export function callCases(shared: () => SharedStore): void {
  const world = (options = {}) => new DeliveryWorld(shared(), options);
  const childOf = (parentId: string, key = 1) => instanceIdFor(`call:${parentId}:${key}:1`);
  const failure = async (w: DeliveryWorld, id: string) => {
    const events = (await w.shared.store.history(id, 0, 100)).flatMap((row) => row.events);
    return events.find((event) => event.type === 'call.failed')?.data;
  };

  describe('a call', () => {
    it('brings the variables of what it called', async () => {
      const w = world();
      const name = named('name');
      const id = await w.start({ call: 'Child', script: [{ await: 'message', name }] });
      await w.settle();
      expect(await w.state(childOf(id))).toMatchObject({
        status: 'running',
        processKey: 'Child',
        calledBy: { instanceId: id, key: 1 },
        startedBy: 'ada',
        conversation: id,
      });
      await w.publish(name, { variables: { answer: 42 } });
      await w.settle();
      expect(await w.state(id)).toMatchObject({ status: 'completed', variables: { answer: 42 } });
    });

    it('of a call is still begun by the person who began the first', async () => {
      const w = world();
      const grandchild: ScriptStep = { call: 'Grandchild', script: [{ await: 'signal', name: 'never' }] };
      const id = await w.start({ call: 'Child', script: [grandchild] });
      await w.settle();
      const deepest = childOf(childOf(id));
      const [first] = await w.shared.store.history(deepest, 0, 1);
      expect(first?.actor).toEqual({ kind: 'person', id: 'ada', name: 'Ada', via: 'engine' });
      expect(await w.state(deepest)).toMatchObject({ startedBy: 'ada', conversation: id });
    });

    it('fails with the error of what it called', async () => {
      const w = world();
      const id = await w.start({ call: 'Child', script: [{ fail: 'E_LATE' }] });
      await w.settle();
      expect(await failure(w, id)).toEqual({ errorCode: 'E_LATE', message: 'It failed with E_LATE.' });
    });

    it('hears of an escalation in what it called before its answer', async () => {
      const w = world();
      const id = await w.start({ call: 'Child', script: [{ escalate: 'late' }] });
      await w.settle();
      const rows = await w.shared.store.history(id, 0, 100);
      const types = rows.flatMap((row) => row.events).map((event) => event.type);
      expect(types.filter((type) => type.startsWith('esc') || type.startsWith('call.'))).toEqual([
        'call.started',
        'escalation.thrown',
        'call.returned',
      ]);
    });

    it('fails when what it called was cancelled', async () => {
      const w = world();
      const id = await w.start({ call: 'Child', script: [{ await: 'signal', name: 'never' }] });
      await w.settle();
      await w.cancel(childOf(id), 'by hand');
      await w.settle();
      expect(await failure(w, id)).toEqual({ errorCode: null, message: 'by hand' });
    });

    it('ends what it called, and what that called, when it is cancelled', async () => {
      const w = world();
      const grandchild: ScriptStep = { call: 'Grandchild', script: [{ await: 'signal', name: 'never' }] };
      const id = await w.start({ call: 'Child', script: [grandchild] });
      await w.settle();
      await w.cancel(id, 'the order was withdrawn');
      await w.settle();
      const child = childOf(id);
      expect((await w.state(child)).status).toBe('terminated');
      expect((await w.state(childOf(child))).status).toBe('terminated');
    });

    it('that was cancelled before it began is never begun', async () => {
      const w = world();
      const id = await w.start({ call: 'Child', script: [{ await: 'signal', name: 'never' }] });
      await w.cancel(id);
      await w.settle();
      expect(await w.shared.store.load(childOf(id))).toBeNull();
    });

    it('is answered once, however many processes deliver', async () => {
      const w = world();
      for (const _ of [1, 2, 3]) await w.process();
      const ids = await Promise.all(
        Array.from({ length: 12 }, () => w.start({ call: 'Child', script: [{ send: 'signal', name: 'x' }] })),
      );
      await w.settle();
      for (const id of ids) expect((await w.state(id)).status).toBe('completed');
      expect(w.alerts).toEqual([]);
    });

    it('says in plain words that there is nothing to call', async () => {
      const w = world();
      const id = await w.start({ call: 'nowhere' });
      await w.settle();
      expect(await failure(w, id)).toEqual({ errorCode: null, message: 'There is no process “nowhere”.' });
    });

    it('ends where too many lie above one another', async () => {
      const w = world({ maxCallDepth: 3 });
      const nest = (depth: number): ScriptStep => ({
        call: `Level${depth}`,
        script: depth === 0 ? [] : [nest(depth - 1)],
      });
      const id = await w.start(nest(5));
      await w.settle();
      const third = childOf(childOf(childOf(id)));
      expect(await failure(w, third)).toMatchObject({
        errorCode: null,
        message: expect.stringContaining('3 calls lie above it'),
      });
      expect(await w.shared.store.load(childOf(third))).toBeNull();
      expect((await w.state(id)).status).toBe('failed');
    });

    it('that can never be started is told to its caller', async () => {
      const w = world();
      await w.process(
        (execute) => async (addressed) =>
          addressed.create
            ? { ok: false, code: 'invariant', message: 'The version is broken.' }
            : execute(addressed),
      );
      const id = await w.start({ call: 'Child' });
      for (let round = 0; round < 8; round++) {
        await w.settle();
        await shared().advance(20_000);
      }
      expect(await failure(w, id)).toMatchObject({
        message: expect.stringContaining('The version is broken.'),
      });
      expect(w.alerts).toMatchObject([{ code: 'delivery' }]);
    });
  });
}
