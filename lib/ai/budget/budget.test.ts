import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '@/lib/outbound/testing';
import { startApp, type TestApp } from '@/lib/testing/app';
import { callModel } from '../call-model';
import { callProvider } from '../call-provider';
import { SIMULATED } from '../providers/types';
import { config, GOOD, openAiServer, PROMPT, providerAt, type Reply } from '../testing';
import type { CallConfig } from '../types';
import { type Spender, spentToday } from './day';
import { Meter } from './meter';
import { amountText } from './words';

let app: TestApp;
let server: (LocalServer & { bodies(): Record<string, unknown>[] }) | undefined;
beforeAll(async () => {
  process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '0';
  app = await startApp();
  process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
});
afterEach(() => server?.stop());
afterAll(() => app.stop());

const good = JSON.stringify(GOOD);
/** The test provider's prices are 2 EUR and 10 EUR for a million tokens; a good answer uses 120 and 30. */
const COST = 0.00054;

async function ask(
  replies: Reply[],
  budget: CallConfig['budget'],
  {
    spender,
    meter,
    trial = false,
    ...more
  }: Partial<CallConfig> & { spender?: Spender; meter?: Meter; trial?: boolean } = {},
) {
  await server?.stop();
  server = await openAiServer(replies);
  const context = {
    signal: new AbortController().signal,
    idempotencyKey: 'k',
    trial,
    ...(spender ? { spender } : {}),
  };
  const call = config({ ...(budget ? { budget } : {}), ...more });
  return callProvider(providerAt(`${server.url}/v1`), call, { system: '', prompt: PROMPT }, context, meter);
}

describe('the limit of a call', () => {
  it('lets the answer have as many tokens as it pays for, and is told how much is used', async () => {
    const outcome = await ask([good], { maxCost: 0.01, currency: 'EUR' });
    expect(outcome).toMatchObject({
      ok: true,
      report: { budget: { currency: 'EUR', used: COST, maxCost: 0.01 } },
    });
    const tokens = Number(server!.bodies()[0]!.max_tokens);
    expect(tokens).toBeGreaterThan(100);
    expect(tokens * 10e-6).toBeLessThan(0.01);
  });

  it('never lets an answer have more tokens than the step says, nor without saying more than 4,000', async () => {
    await ask([good], { maxCost: 5, currency: 'EUR' }, { maxTokens: 300 });
    expect(server!.bodies()[0]).toMatchObject({ max_tokens: 300 });
    await ask([good], { maxCost: 5, currency: 'EUR' });
    expect(server!.bodies()[0]).toMatchObject({ max_tokens: 4000 });
    await ask([good], undefined);
    expect(server!.bodies()[0]).not.toHaveProperty('max_tokens');
  });

  it('too small for the question sends nothing, and says what, how much and what to do', async () => {
    const outcome = await ask([good], { maxCost: 0.0002, currency: 'EUR' });
    expect(outcome).toMatchObject({ ok: false, code: 'budget-call', retryable: false });
    expect(outcome).toHaveProperty('message', expect.stringMatching(/at most 0\.00020 EUR.*higher limit/));
    expect(server!.seen).toHaveLength(0);
  });

  it('counts corrections: what the first answer used is not there for the next', async () => {
    const outcome = await ask(['nonsense', good], { maxCost: 0.0041, currency: 'EUR' }, { maxTokens: 30 });
    expect(outcome).toMatchObject({ ok: true, report: { budget: { used: 2 * COST } } });
    const strict = await ask(['nonsense', good], { maxCost: 0.0023, currency: 'EUR' }, { maxTokens: 30 });
    expect(strict).toMatchObject({
      ok: false,
      code: 'budget-call',
      message: expect.stringContaining('has used'),
    });
    expect(server!.seen).toHaveLength(1);
  });

  it('says so when it is what cut the answer off', async () => {
    const cut: Reply = (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          id: '1',
          object: 'x',
          created: 1,
          model: 'm',
          usage: { prompt_tokens: 1, completion_tokens: 1 },
          choices: [{ index: 0, finish_reason: 'length', message: { role: 'assistant', content: '{' } }],
        }),
      );
    expect(await ask([cut], { maxCost: 0.01, currency: 'EUR' })).toMatchObject({
      code: 'answer-cut-off',
      message: expect.stringContaining('cost limit of a call pays for'),
    });
  });

  it('counts in full what nobody can tell: no usage, no answer in time', async () => {
    const silent = await ask([() => undefined], { maxCost: 0.01, currency: 'EUR' }, { timeoutMs: 100 });
    if (silent.ok) throw new Error('answered');
    expect(silent.report?.budget?.used).toBeGreaterThan(0.005);
    const refused = await ask([{ status: 503, body: '' }], { maxCost: 0.01, currency: 'EUR' });
    expect(refused.report?.budget?.used).toBe(0);
  });
});

describe('a price that nobody has entered', () => {
  const ours = { maxCost: 1, currency: 'EUR' };
  const call = async (provider: Parameters<typeof callProvider>[0], budget = ours) =>
    callProvider(
      provider,
      config({ budget }),
      { system: '', prompt: PROMPT },
      { signal: new AbortController().signal, idempotencyKey: 'k' },
    );

  it('is no price of nothing: the limit can’t be kept, so nothing is asked', async () => {
    const { prices: _none, ...unpriced } = providerAt('http://127.0.0.1:9');
    expect(await call(unpriced)).toMatchObject({
      code: 'budget-no-price',
      message: expect.stringMatching(/prices are not known.*Settings/),
    });
  });

  it('in another currency is not converted', async () => {
    const outcome = await call(providerAt('http://127.0.0.1:9'), { maxCost: 1, currency: 'USD' });
    expect(outcome).toMatchObject({
      code: 'budget-currency',
      message: expect.stringContaining('no exchange rate'),
    });
  });

  it('of the simulated model is nothing, in any currency', async () => {
    const outcome = await call(SIMULATED, { maxCost: 0.000001, currency: 'USD' });
    expect(outcome).toMatchObject({ ok: true, report: { budget: { used: 0 } } });
  });
});

describe('the limit of a day', () => {
  const spender = (elementId: string): Spender => ({ modelId: 'budget', elementId });

  it('ends with what calls really cost, however many run at the same time', async () => {
    const step = spender('many');
    server = await openAiServer([good]);
    const provider = providerAt(`${server.url}/v1`);
    const budget = { maxCostPerDay: 0.02, currency: 'EUR' };
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        callProvider(
          provider,
          config({ budget, maxTokens: 100 }),
          { system: '', prompt: PROMPT },
          { signal: new AbortController().signal, idempotencyKey: `k${i}`, spender: step },
        ),
      ),
    );
    const answered = outcomes.filter(({ ok }) => ok).length;
    expect(answered).toBeGreaterThan(0);
    expect(await spentToday(step, 'EUR')).toBe(Math.round(answered * COST * 1e6));
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.code).toBe('budget-day');
  });

  it('used up says how much, until when and what to do, and sends nothing', async () => {
    const step = spender('used');
    const budget = { maxCostPerDay: 0.006, currency: 'EUR' };
    const first = await ask([() => undefined], budget, { spender: step, maxTokens: 300, timeoutMs: 100 });
    expect(first).toMatchObject({ code: 'timeout' });
    const second = await ask([good], budget, { spender: step, maxTokens: 300 });
    expect(second).toMatchObject({ ok: false, code: 'budget-day', retryable: false });
    expect(second).toHaveProperty(
      'message',
      expect.stringMatching(/0\.0060 EUR a day; 0\.00\d+ EUR are used.*00:00 UTC/),
    );
    expect(second.report?.budget).toMatchObject({ maxCostPerDay: 0.006, usedToday: expect.any(Number) });
    expect(server!.seen).toHaveLength(0);
  });

  it('is shared by test runs and calls, and says to each what can be done', async () => {
    const step = spender('tried');
    const budget = { maxCostPerDay: 0.006, currency: 'EUR' };
    await ask([() => undefined], budget, { spender: step, maxTokens: 300, timeoutMs: 100, trial: true });
    const call = await ask([good], budget, { spender: step, maxTokens: 300 });
    expect(call).toHaveProperty('message', expect.stringMatching(/this call may.*publish a version/));
    const trial = await ask([good], budget, { spender: step, maxTokens: 300, trial: true });
    expect(trial).toMatchObject({ ok: false, code: 'budget-day' });
    expect(trial).toHaveProperty('message', expect.stringMatching(/this test run may.*raise the limit/));
    expect(server!.seen).toHaveLength(0);
  });

  it('of no step is a mistake of ours, never no limit', async () => {
    const meter = new Meter({ maxCostPerDay: 1, currency: 'EUR' }, undefined);
    await expect(meter.claim(providerAt('http://127.0.0.1:9'), 100, 100)).rejects.toThrow('no step');
  });
});

describe('what follows a limit that is reached', () => {
  const chain = (more: Partial<CallConfig>) =>
    callModel(
      config({
        provider: 'simulated',
        model: 'simulated-cut-off',
        fallbacks: [{ provider: 'simulated' }],
        ...more,
      }),
      { system: '', prompt: PROMPT },
      { signal: new AbortController().signal, idempotencyKey: 'k' },
    );

  it('is an incident, or the next model where the step says so', async () => {
    expect(await chain({})).toMatchObject({ ok: false, code: 'answer-cut-off' });
    expect(await chain({ onBudget: 'fallback' })).toMatchObject({
      ok: true,
      result: { attempts: [{ code: 'answer-cut-off' }] },
    });
  });

  it('is never claimed beyond by requests at the same time, and what is dropped can be claimed again', async () => {
    const step = fc.record({
      bytes: fc.integer({ min: 0, max: 4000 }),
      tokens: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
      /** What of the claim is used in the end, in per cent; null: nobody can tell. */
      share: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
      waits: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60_000 }),
        fc.array(step, { maxLength: 12 }),
        async (micro, steps) => {
          const meter = new Meter({ maxCost: micro / 1e6, currency: 'EUR' }, undefined);
          const open: (() => Promise<void>)[] = [];
          for (const { bytes, tokens, share, waits } of steps) {
            const claim = await meter.claim(providerAt('http://x'), bytes, tokens).catch(() => null);
            if (!claim) continue;
            expect(claim.maxTokens).toBeLessThanOrEqual(tokens ?? 4000);
            const part = (whole: number) => Math.floor((whole * (share ?? 0)) / 100);
            const used = { input: part(Math.ceil(bytes / 2)), output: part(claim.maxTokens ?? 0) };
            const settle = () => claim.settle(share === null ? null : used);
            if (waits) open.push(settle);
            else await settle();
          }
          for (const settle of open) await settle();
          expect(meter.use?.used).toBeLessThanOrEqual(micro / 1e6);
        },
      ),
    );
  });

  it('is one sum over the models of the chain', async () => {
    const meter = new Meter({ maxCost: 0.0058, currency: 'EUR' }, undefined);
    const claim = await meter.claim(providerAt('http://x'), 200, 100);
    await claim.settle(null);
    expect(meter.use?.used).toBeGreaterThan(0.001);
    const all = await meter.claim(providerAt('http://y'), 200, undefined);
    expect(all).toMatchObject({ cut: true });
    await expect(meter.claim(providerAt('http://z'), 200, 100)).rejects.toMatchObject({
      code: 'budget-call',
    });
  });
});

it.each([
  [0, '0.00 EUR'],
  [1_500_000, '1.50 EUR'],
  [50_000, '0.050 EUR'],
  [540, '0.00054 EUR'],
  [1, '0.000001 EUR'],
])('%i millionths are written %s', (micro, text) => {
  expect(amountText(micro, 'EUR')).toBe(text);
});
