import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { claimOfDay, settleDay, spentToday } from './day';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let steps = 0;
const step = () => ({ modelId: 'm', elementId: `step-${steps++}` });

it('claims at the same time never come to more than the limit, and take what fits', async () => {
  const spender = step();
  const amounts = Array.from({ length: 60 }, (_, i) => 1 + ((i * 37) % 90));
  const claims = await Promise.all(amounts.map((micro) => claimOfDay(spender, 'EUR', micro, 1000)));
  const taken = claims.reduce((sum, { claim }) => sum + (claim?.micro ?? 0), 0);
  expect(taken).toBeLessThanOrEqual(1000);
  expect(await spentToday(spender, 'EUR')).toBe(taken);
  const refused = amounts.filter((_, i) => claims[i]?.claim === null);
  expect(refused.length).toBeGreaterThan(0);
  expect(Math.min(...refused)).toBeGreaterThan(1000 - taken);
});

it('what a call really cost takes the place of its claim, and makes room for others', async () => {
  const spender = step();
  const first = await claimOfDay(spender, 'EUR', 900, 1000);
  expect((await claimOfDay(spender, 'EUR', 200, 1000)).claim).toBeNull();
  if (!first.claim) throw new Error('refused');
  expect(await settleDay(first.claim, 100)).toBe(100);
  expect(await claimOfDay(spender, 'EUR', 900, 1000)).toMatchObject({ claim: { micro: 900 }, sum: 1000 });
  expect(await claimOfDay(spender, 'EUR', 1, 1000)).toEqual({ claim: null, sum: 1000 });
});

it('settles on the day it claimed, and each day begins with nothing', async () => {
  const spender = step();
  const { claim } = await claimOfDay(spender, 'EUR', 500, 1000);
  if (!claim) throw new Error('refused');
  await db().$executeRaw`UPDATE ai_spending SET day = day - 1 WHERE element_id = ${spender.elementId}`;
  const day = new Date(Date.parse(claim.day) - 86_400_000).toISOString().slice(0, 10);
  expect(await spentToday(spender, 'EUR')).toBe(0);
  expect(await settleDay({ ...claim, day }, 70)).toBe(70);
  expect(await claimOfDay(spender, 'EUR', 1000, 1000)).toMatchObject({ sum: 1000 });
});

it('counts each step and each currency by itself', async () => {
  const [one, other] = [step(), step()];
  await claimOfDay(one, 'EUR', 1000, 1000);
  expect(await claimOfDay(one, 'USD', 1000, 1000)).toMatchObject({ sum: 1000 });
  expect(await claimOfDay(other, 'EUR', 1000, 1000)).toMatchObject({ sum: 1000 });
});

it('a claim above the whole limit is refused when nothing is used', async () => {
  expect(await claimOfDay(step(), 'EUR', 1001, 1000)).toEqual({ claim: null, sum: 0 });
});
