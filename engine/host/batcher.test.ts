import { afterEach, describe, expect, it, vi } from 'vitest';
import { Batcher } from './batcher';
import type { Addressed, Outcome } from './ports';

const command = (instanceId: string, n = 0): Addressed => ({
  instanceId,
  command: {
    id: `${instanceId}-${n}`,
    actor: { kind: 'engine', id: 'engine', name: 'Engine', via: 'system' },
    input: { type: 'cancel', reason: String(n) },
  },
});
const REFUSED: Outcome = { ok: false, code: 'instance-ended', message: 'ended' };

/** A batcher whose commits end when the test says so. */
function world(options = {}) {
  const sent: { ids: string[]; end: () => void; fail: (error: Error) => void }[] = [];
  let arrived: () => void = () => {};
  const batcher = new Batcher(
    (batch) =>
      new Promise((resolve, reject) => {
        const ids = batch.map((one) => one.command.id);
        sent.push({ ids, end: () => resolve(batch.map(() => REFUSED)), fail: reject });
        arrived();
      }),
    { maxBatch: 3, maxPatientBatch: 3, maxYieldMs: 5, maxInFlight: 2, maxQueued: 100, ...options },
  );
  const until = async (count: number) => {
    while (sent.length < count)
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
  };
  return { batcher, sent, until };
}

const due = (id: string) => ({ ...command(id), timer: { key: 1 } });

afterEach(() => void vi.useRealTimers());

describe('the batcher', () => {
  it('fills commits up to their size and runs as many at once as it may', async () => {
    const { batcher, sent, until } = world();
    const all = Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => batcher.add(command(id))));
    await until(2);
    expect(sent.map((one) => one.ids)).toEqual([
      ['a-0', 'b-0', 'c-0'],
      ['d-0', 'e-0', 'f-0'],
    ]);
    expect(batcher.queued).toBe(1);
    sent[0]!.end();
    await until(3);
    expect(sent[2]!.ids).toEqual(['g-0']);
    for (const one of sent) one.end();
    expect(await all).toHaveLength(7);
    await batcher.drained();
  });

  it('never has two commits of one instance under way, and keeps their order', async () => {
    const { batcher, sent, until } = world();
    const first = batcher.add(command('a', 1));
    await until(1);
    const rest = [batcher.add(command('a', 2)), batcher.add(command('a', 3)), batcher.add(command('b', 1))];
    await until(2);
    expect(sent[1]!.ids).toEqual(['b-1']);
    const later = batcher.add(command('a', 4));
    sent[0]!.end();
    await first;
    await until(3);
    expect(sent[2]!.ids).toEqual(['a-2', 'a-3', 'a-4']);
    for (const one of sent) one.end();
    await Promise.all([...rest, later]);
  });

  it('halves what there is, so that one batch is computed while another is stored', async () => {
    const { batcher, sent, until } = world({ maxBatch: 100 });
    const all = Array.from({ length: 90 }, (_, index) => batcher.add(command(`i${index}`)));
    await until(2);
    expect(sent.map((one) => one.ids.length)).toEqual([45, 45]);
    for (const one of sent) one.end();
    await Promise.all(all);
  });

  it('sends timers one commit at a time, so that prompt commands have the others', async () => {
    const { batcher, sent, until } = world({ maxInFlight: 3 });
    const timers = Array.from({ length: 12 }, (_, index) => batcher.add(due(`t${index}`)));
    await until(1);
    expect(batcher.commitsInFlight).toBe(1);
    const start = batcher.add(command('start'));
    await until(2);
    expect(sent[1]!.ids).toEqual(['start-0']);
    sent[1]!.end();
    await start;
    for (let ended = 0; ended < 4; ended++) {
      await until(ended === 0 ? 1 : ended + 2);
      for (const one of sent) one.end();
    }
    expect(await Promise.all(timers)).toHaveLength(12);
  });

  it('lets timers through while prompt commands never end', async () => {
    const { batcher, sent, until } = world({ maxBatch: 1 });
    const prompt = ['a', 'b', 'c'].map((id) => batcher.add(command(id)));
    const timer = batcher.add(due('t'));
    await until(2);
    expect(sent.map((one) => one.ids)).toEqual([['a-0'], ['t-0']]);
    for (let count = 2; count <= 4; count++) {
      await until(count);
      for (const one of sent) one.end();
    }
    await Promise.all([...prompt, timer]);
  });

  it('begins no commit of timers beside a prompt one, for as long as they are to yield', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { batcher, sent, until } = world({ maxInFlight: 3 });
    const first = batcher.add(due('t1'));
    await until(1);
    const [start, next] = [batcher.add(command('start')), batcher.add(due('t2'))];
    await until(2);
    sent[0]!.end();
    await first;
    await vi.advanceTimersByTimeAsync(4);
    expect(sent.map((one) => one.ids)).toEqual([['t1-0'], ['start-0']]);
    await vi.advanceTimersByTimeAsync(1);
    await until(3);
    expect(sent[2]!.ids).toEqual(['t2-0']);
    for (const one of sent) one.end();
    await Promise.all([start, next]);
  });

  it('goes on with timers at once when the prompt commit has ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const { batcher, sent, until } = world({ maxInFlight: 3 });
    const first = batcher.add(due('t1'));
    await until(1);
    const [start, next] = [batcher.add(command('start')), batcher.add(due('t2'))];
    await until(2);
    sent[0]!.end();
    await first;
    sent[1]!.end();
    await start;
    await until(3);
    expect(sent[2]!.ids).toEqual(['t2-0']);
    sent[2]!.end();
    await next;
  });

  it('tells every sender when a commit fails, and goes on', async () => {
    const { batcher, sent, until } = world();
    const both = Promise.allSettled([batcher.add(command('a')), batcher.add(command('b'))]);
    await until(1);
    sent[0]!.fail(new Error('the database is gone'));
    expect((await both).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    const next = batcher.add(command('a', 2));
    await until(2);
    sent[1]!.end();
    expect(await next).toBe(REFUSED);
  });
});
