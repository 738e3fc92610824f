import { afterEach, describe, expect, it } from 'vitest';
import type { LocalServer } from '@/lib/outbound/testing';
import { callProvider } from './call-provider';
import { SIMULATED } from './providers/types';
import { config, GOOD, openAiServer, PROMPT, providerAt, type Reply } from './testing';
import type { CallConfig } from './types';

process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '0';

let server: (LocalServer & { bodies(): Record<string, unknown>[] }) | undefined;
afterEach(() => server?.stop());

const good = JSON.stringify(GOOD);
const context = () => ({ signal: new AbortController().signal, idempotencyKey: 'instance-1:7' });

async function ask(replies: Reply[], more: Partial<CallConfig> = {}, choice = {}) {
  server = await openAiServer(replies, choice);
  const provider = providerAt(`${server.url}/v1`);
  const outcome = await callProvider(
    provider,
    config(more),
    { system: 'Be exact.', prompt: PROMPT },
    context(),
  );
  expect(JSON.stringify(outcome)).not.toContain('canary-key');
  return outcome;
}

async function answered(replies: Reply[], more: Partial<CallConfig> = {}, choice = {}) {
  const outcome = await ask(replies, more, choice);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome;
}

async function failed(replies: Reply[], more: Partial<CallConfig> = {}) {
  const outcome = await ask(replies, more);
  if (outcome.ok) throw new Error('answered');
  return outcome;
}

describe('a model that answers as asked', () => {
  it('gives value, reasons, located evidence, confidence, and what it cost', async () => {
    const { result, report } = await answered([good]);
    expect(result).toEqual({
      value: GOOD.value,
      confidence: 1,
      confidenceSource: 'schema-checks',
      rationale: 'Both stand in the text.',
      evidence: [
        { quote: 'total 12.50 EUR', field: 'amount', start: 6, end: 21 },
        { quote: 'due 2026-12-04', field: 'due', start: 23, end: 37 },
      ],
      belowThreshold: false,
      provider: 'Test provider',
      model: 'test-model',
      simulated: false,
    });
    expect(report).toMatchObject({
      tokens: { input: 120, output: 30 },
      cost: { amount: 0.00054, currency: 'EUR' },
      region: null,
      request: { system: 'Be exact.', prompt: PROMPT, parameters: { threshold: 0.9 } },
      responses: [{ text: good, problems: [] }],
    });
    expect(report.request.schemaHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is sent key, idempotency key, schema and both prompts in the OpenAI wire format', async () => {
    await answered([good], { temperature: 0.2, maxTokens: 500, model: 'other-model' });
    const [seen] = server!.seen;
    expect(seen).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer canary-key-83647', 'idempotency-key': 'instance-1:7' },
    });
    const [body] = server!.bodies();
    expect(body).toMatchObject({
      model: 'other-model',
      temperature: 0.2,
      max_tokens: 500,
      response_format: {
        type: 'json_schema',
        json_schema: { strict: false, schema: { required: ['rationale', 'evidence', 'value'] } },
      },
      messages: [
        { role: 'system', content: expect.stringContaining('Be exact.') },
        { role: 'user', content: PROMPT },
      ],
    });
  });

  it('is understood inside a fenced block and between other words', async () => {
    expect((await answered([`Sure!\n\`\`\`json\n${good}\n\`\`\``])).result.value).toEqual(GOOD.value);
  });
});

describe('a model that answers wrongly', () => {
  const wrong = JSON.stringify({ ...GOOD, value: { amount: 'twelve', due: '04.12.2026' } });

  it('is told what was wrong and may correct it, which costs confidence', async () => {
    const { result, report } = await answered([wrong, good]);
    expect(result.value).toEqual(GOOD.value);
    expect(result.confidence).toBe(5 / 8);
    expect(result.belowThreshold).toBe(true);
    expect(report.responses[0]!.problems).toEqual([
      'value.amount must be number.',
      'value.due must match format "date".',
    ]);
    expect(report.tokens).toEqual({ input: 240, output: 60 });
    const messages = server!.bodies()[1]!.messages as { role: string; content: string }[];
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(messages[3]!.content).toContain('value.amount must be number');
    expect(server!.seen[1]!.headers['idempotency-key']).toBe('instance-1:7:1');
  });

  it.each([
    ['never fits the schema', wrong],
    ['writes no JSON', 'I am sorry, Dave.'],
    ['writes nothing', ''],
  ])('fails after two corrections when it %s', async (_name, reply) => {
    const outcome = await failed([reply]);
    expect(outcome).toMatchObject({ code: 'answer-invalid', retryable: true });
    expect(server!.seen).toHaveLength(3);
    expect(outcome.report!.responses).toHaveLength(3);
  });

  it('loses confidence for quotes that are not in the input', async () => {
    const invented = { ...GOOD, evidence: [{ quote: 'total 99 EUR', field: 'amount' }] };
    const { result } = await answered([JSON.stringify(invented)]);
    expect(result.evidence).toEqual([{ quote: 'total 99 EUR', field: 'amount' }]);
    expect(result.confidence).toBeLessThan(0.9);
  });
});

describe('a step that requires quotes', () => {
  const invented = JSON.stringify({ ...GOOD, evidence: [{ quote: 'total 99 EUR', field: 'amount' }] });
  const none = JSON.stringify({ ...GOOD, evidence: [] });
  const required = { requireQuotes: true } as const;

  it('tells the model which quote is invented, and keeps that with the answer it then gives', async () => {
    const { result, report } = await answered([invented, good], required);
    expect(result).toMatchObject({ quotesRequired: true, evidence: [{ start: 6 }, { start: 23 }] });
    expect(result.confidence, 'which costs confidence').toBeLessThan(1);
    expect(report.responses[0]!.problems).toEqual([
      'evidence quotes “total 99 EUR”, which does not stand in the input word for word.',
    ]);
    const messages = server!.bodies()[1]!.messages as { content: string }[];
    expect(messages[0]!.content).toContain('not in the input word for word');
    expect(messages[3]!.content).toContain('total 99 EUR');
  });

  it.each([
    ['invents its quotes', invented, /total 99 EUR/],
    ['gives none', none, /has no quote/],
  ])('fails after two corrections when the model %s', async (_what, reply, says) => {
    const outcome = await failed([reply], required);
    expect(outcome).toMatchObject({ code: 'quotes-missing', retryable: true });
    expect(outcome.message).toMatch(/no answer whose quotes stand in the input, also after 2 corrections/);
    expect(outcome.message).toMatch(says);
    expect(server!.seen).toHaveLength(3);
  });

  it('accepts only what the prompt is given, where that is known', async () => {
    server = await openAiServer([good]);
    const at = (inputs: [number, number][]) =>
      callProvider(
        providerAt(`${server!.url}/v1`),
        config(required),
        { system: '', prompt: PROMPT, inputs },
        context(),
      );
    expect(await at([[6, PROMPT.length]])).toMatchObject({ ok: true });
    expect(await at([[6, 21]])).toMatchObject({ ok: false, code: 'quotes-missing' });
  });

  it('is asked for nothing else where quotes are only checked', async () => {
    const { result } = await answered([invented]);
    expect(result).not.toHaveProperty('quotesRequired');
    expect(JSON.stringify(server!.bodies()[0])).not.toContain('is refused');
  });
});

describe('a provider that fails', () => {
  it.each([
    [500, 'provider-failed', true],
    [503, 'provider-failed', true],
    [429, 'provider-busy', true],
    [401, 'provider-refused-key', false],
    [404, 'provider-unknown-model', false],
    [400, 'provider-refused', false],
  ])('with %i is %s', async (status, code, retryable) => {
    const reply = {
      status,
      body: '{"error":{"message":"key canary-key-83647 is bad"}}',
      headers: { 'retry-after': '7' },
    };
    expect(await failed([reply])).toMatchObject({ code, retryable, retryAfterMs: 7000 });
    expect(server!.seen).toHaveLength(1);
  });

  it('with garbage instead of its format is told apart from a wrong answer', async () => {
    const reply = { status: 200, body: '<html>Welcome</html>', headers: { 'content-type': 'text/html' } };
    expect(await failed([reply])).toMatchObject({ code: 'provider-garbage', retryable: true });
  });

  it('by never answering is given up in time', async () => {
    const outcome = await failed([() => undefined], { timeoutMs: 50 });
    expect(outcome).toMatchObject({ code: 'timeout', retryable: true });
    expect(outcome.message).toContain('did not answer within 0.05 s');
  });

  it('by hanging up can be asked again', async () => {
    expect(await failed([(response) => response.destroy()])).toMatchObject({ retryable: true });
  });

  it('by cutting the answer off is not asked again', async () => {
    const outcome = await ask(['{"rationale":'], {}, { finish_reason: 'length' });
    expect(outcome).toMatchObject({ ok: false, code: 'answer-cut-off', retryable: false });
  });

  it('by knowing no structured output is asked in words alone', async () => {
    const refusal = { status: 400, body: '{"error":{"message":"This response_format type is unavailable"}}' };
    const { result } = await answered([refusal, good]);
    expect(result.value).toEqual(GOOD.value);
    expect(server!.bodies()[1]).not.toHaveProperty('response_format');
  });

  it('is left when the work is taken away', async () => {
    server = await openAiServer([good]);
    const gone = { signal: AbortSignal.abort(), idempotencyKey: 'x' };
    const outcome = await callProvider(
      providerAt(server.url),
      config(),
      { system: '', prompt: PROMPT },
      gone,
    );
    expect(outcome).toMatchObject({ ok: false, code: 'aborted', retryable: true });
    expect(server.seen).toHaveLength(0);
  });

  it('is not asked at all with a schema that can not be used', async () => {
    const outcome = await failed([good], {
      outputSchema: { type: 'object', properties: { a: { type: 'text' } } },
    });
    expect(outcome).toMatchObject({ code: 'bad-schema', retryable: false });
    expect(server!.seen).toHaveLength(0);
  });
});

describe('confidence by its source', () => {
  it('field agreement: the share of fields equal over three answers', async () => {
    const other = JSON.stringify({ ...GOOD, value: { amount: 12.5, due: '2026-12-05' } });
    const { result } = await answered([good, good, other], { confidenceSource: 'field-agreement' });
    expect(server!.seen).toHaveLength(3);
    expect(result).toMatchObject({ confidence: 0.5, confidenceSource: 'field-agreement' });
  });

  it('log probabilities: of the tokens that spell values, times the checks', async () => {
    const tokens = ['{"rationale":"x","evidence":[],"value":', '{"', 'amount', '":', '12.5', '}', '}'];
    const probability = [0.1, 0.1, 0.9, 0.1, 0.4, 0.1, 0.1];
    const content = tokens.map((token, index) => ({
      token,
      logprob: Math.log(probability[index]!),
      top_logprobs: [],
    }));
    const { result } = await answered(
      [tokens.join('')],
      { confidenceSource: 'logprobs' },
      { logprobs: { content } },
    );
    expect(server!.bodies()[0]).toMatchObject({ logprobs: true });
    expect(result.confidenceSource).toBe('logprobs');
    expect(result.confidence).toBeCloseTo(0.6 * 0.75, 2);
  });

  it('log probabilities that the provider does not give: checks, and a note that says so', async () => {
    const { result } = await answered([good], { confidenceSource: 'logprobs' });
    expect(result).toMatchObject({ confidenceSource: 'schema-checks', confidence: 1 });
    expect(result.confidenceNote).toContain('no token probabilities');
  });

  it('self-report: the words of the model, asked for only then', async () => {
    const own = JSON.stringify({ ...GOOD, certainty: 'fairly sure' });
    const { result } = await answered([own], { confidenceSource: 'self-report' });
    expect(result).toMatchObject({ confidenceSource: 'self-report', selfReport: 'fairly sure' });
    expect(JSON.stringify(server!.bodies()[0])).toContain('certainty');
    await server!.stop();
    await answered([good]);
    expect(JSON.stringify(server!.bodies()[0])).not.toContain('certainty');
  });
});

describe('the simulated model', () => {
  it('goes the same way and is named', async () => {
    const outcome = await callProvider(SIMULATED, config(), { system: '', prompt: PROMPT }, context());
    expect(outcome).toMatchObject({
      ok: true,
      result: { value: GOOD.value, provider: 'Simulated', simulated: true, confidence: 1 },
      report: { simulated: true, cost: { amount: 0 } },
    });
  });
});
