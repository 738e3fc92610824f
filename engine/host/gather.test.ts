import { expect, it } from 'vitest';
import { Gather } from './gather';

/** Rounds that end when the test says so. */
function world(max?: number) {
  const rounds: { items: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  let begun: () => void = () => undefined;
  const gather = new Gather<number, number>(
    (items) =>
      new Promise((resolve, reject) => {
        rounds.push({ items, end: () => resolve(items.map((item) => item * 10)), fail: reject });
        begun();
      }),
    max,
  );
  const until = async (count: number) => {
    while (rounds.length < count)
      await new Promise<void>((resolve) => {
        begun = resolve;
      });
  };
  return { gather, rounds, until };
}

it('begins each round after all of its items have come', async () => {
  const { gather, rounds, until } = world();
  const first = [gather.add(1), gather.add(2)];
  await until(1);
  const second = [gather.add(3), gather.add(4)];
  expect(rounds.map(({ items }) => items)).toEqual([[1, 2]]);
  rounds[0]!.end();
  await until(2);
  expect(rounds[1]!.items).toEqual([3, 4]);
  rounds[1]!.end();
  expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40]);
});

it('takes as many as it may, and fails those of one round alone', async () => {
  const { gather, rounds, until } = world(2);
  const all = Promise.allSettled([gather.add(1), gather.add(2), gather.add(3)]);
  await until(1);
  rounds[0]!.fail(new Error('away'));
  await until(2);
  rounds[1]!.end();
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
