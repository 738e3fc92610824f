import { describe, expect, it } from 'vitest';
import type { AiLink } from '@/lib/elements/ai-call/config';
import { callModel } from './call-model';
import { config, GOOD, PROMPT } from './testing';
import type { AiAttempt, CallConfig, CallListener } from './types';

process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '0';

const simulated = (model?: string): AiLink => ({ provider: 'simulated', ...(model ? { model } : {}) });

/** Asks simulated models of these names in order; the last one named is asked last. */
function ask([first = '', ...others]: string[], more: Partial<CallConfig> = {}, listener?: CallListener) {
  const fallbacks = others.map(simulated);
  const call = config({ ...simulated(first), ...(others.length > 0 ? { fallbacks } : {}), ...more });
  const context = {
    signal: new AbortController().signal,
    idempotencyKey: 'k',
    ...(listener ? { listener } : {}),
  };
  return callModel(call, { system: '', prompt: PROMPT }, context);
}

describe('a chain of models', () => {
  it('asks nobody else when the first one answers, and says nothing of a chain', async () => {
    const outcome = await ask(['', 'simulated-fails']);
    expect(outcome).toMatchObject({ ok: true, result: { model: 'simulated-1', value: GOOD.value } });
    expect(JSON.stringify(outcome)).not.toContain('attempts');
  });

  it.each([
    ['simulated-fails', 'provider-failed', /failed with status 503/],
    ['simulated-busy', 'provider-busy', /no more calls/],
    ['simulated-declines', 'answer-filtered', /declined/],
  ])('passes on from %s, and keeps why with the answer and in the record', async (name, code, says) => {
    const outcome = await ask([name, 'second']);
    if (!outcome.ok) throw new Error(outcome.message);
    const said = { provider: 'Simulated', model: name, code, message: expect.stringMatching(says) };
    expect(outcome.result).toMatchObject({ model: 'second', value: GOOD.value });
    expect(outcome.result.attempts).toEqual([said]);
    expect(outcome.report).toMatchObject({
      model: 'second',
      attempts: [{ ...said, tokens: {}, latencyMs: expect.any(Number) }],
    });
  });

  it('gives each model the whole time limit', async () => {
    const outcome = await ask(['simulated-silent', 'second'], { timeoutMs: 300 });
    expect(outcome).toMatchObject({ ok: true, result: { model: 'second', attempts: [{ code: 'timeout' }] } });
  });

  it.each([
    ['simulated-wrong-form', 'answer-invalid'],
    ['simulated-cut-off', 'answer-cut-off'],
  ])('ends at %s: an answer that does not fit is not another model’s affair', async (name, code) => {
    const outcome = await ask(['simulated-fails', name, 'third']);
    expect(outcome).toMatchObject({ ok: false, code, report: { model: name } });
    if (outcome.ok) return;
    expect(outcome.report?.attempts?.map(({ model }) => model)).toEqual(['simulated-fails', name]);
    expect(outcome.message).toMatch(/Asked before: 1\. Simulated failed with status 503/);
  });

  it('that gives no answer at all says of each model why, and is tried again when any may do better', async () => {
    const outcome = await ask(['simulated-declines', 'simulated-busy']);
    expect(outcome).toMatchObject({
      ok: false,
      code: 'no-model-answered',
      retryable: true,
      retryAfterMs: 1000,
      message: expect.stringMatching(/^None of the 2 models answered\. 1\. .*declined.* 2\. .*no more calls/),
    });
    const other = await ask(['simulated-busy', 'simulated-fails']);
    expect(other, 'who doesn’t say when may do better at once').not.toHaveProperty('retryAfterMs');
    expect(await ask(['simulated-declines', 'simulated-declines'])).toMatchObject({ retryable: false });
  });

  it('ends at quotes that stand nowhere, where the step requires quotes', async () => {
    expect(await ask(['simulated-misquotes', 'second'])).toMatchObject({ ok: true });
    const outcome = await ask(['simulated-misquotes', 'second'], { requireQuotes: true });
    expect(outcome).toMatchObject({ ok: false, code: 'quotes-missing' });
    expect(await ask([''], { requireQuotes: true })).toMatchObject({
      ok: true,
      result: { quotesRequired: true },
    });
  });

  it('of one fails as that model does', async () => {
    const outcome = await ask(['simulated-busy']);
    expect(outcome).toMatchObject({ ok: false, code: 'provider-busy', retryAfterMs: 1000 });
    expect(JSON.stringify(outcome)).not.toContain('attempts');
  });

  it('is told to who listens, model by model', async () => {
    const passed: AiAttempt[] = [];
    const listener = {
      text: () => undefined,
      checked: () => undefined,
      passedOn: (one: AiAttempt) => passed.push(one),
    };
    const outcome = await ask(['simulated-fails', 'simulated-silent', 'third'], { timeoutMs: 300 }, listener);
    expect(outcome).toMatchObject({ ok: true, result: { model: 'third' } });
    expect(passed.map(({ code }) => code)).toEqual(['provider-failed', 'timeout']);
  });

  it('is left when the work is taken away', async () => {
    const taken = new AbortController();
    const call = config({ ...simulated('simulated-silent'), fallbacks: [simulated()] });
    const context = { signal: taken.signal, idempotencyKey: 'k' };
    const pending = callModel(call, { system: '', prompt: PROMPT }, context);
    taken.abort();
    const outcome = await pending;
    expect(outcome).toMatchObject({ ok: false, code: 'aborted', retryable: true });
    expect(outcome.report?.attempts).toHaveLength(1);
  });
});
