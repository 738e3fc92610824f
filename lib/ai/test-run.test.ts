import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { putProvider } from '@/lib/settings/providers';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep } from '@/lib/testing/models';
import { send, sendJson, tokenFor } from '@/lib/testing/routes';
import { claimOfDay } from './budget/day';
import { GOOD, openAiServer } from './testing';

const SCHEMA = JSON.stringify({
  type: 'object',
  properties: { amount: { type: 'number' } },
  required: ['amount'],
});
/** Nothing in a prompt looks like this, so that the simulated model can't answer it. */
const IMPOSSIBLE = JSON.stringify({
  type: 'object',
  properties: { code: { type: 'string', pattern: '^Z{40}$' } },
  required: ['code'],
});

let app: TestApp;
let token: string;
let processId: string;
beforeAll(async () => {
  process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '1';
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
  const ask = {
    id: 'ask',
    xml: `<bpmn:serviceTask id="ask" name="Ask"><bpmn:extensionElements>
      <zeebe:ioMapping><zeebe:input source="=invoice" target="paper" /></zeebe:ioMapping>
      <countersign:aiCall resultVariable="answer" threshold="0.9">
        <countersign:userPrompt>Read {{ paper }}</countersign:userPrompt>
        <countersign:outputSchema>{"type":"object","properties":{"amount":{"type":"number"}}}</countersign:outputSchema>
      </countersign:aiCall>
      </bpmn:extensionElements></bpmn:serviceTask>`,
  };
  const made = await sendJson('POST', '/processes', {
    token,
    body: model(sequence([ask, userStep('check')])),
    headers: { 'content-type': 'application/xml' },
  });
  processId = (made.body as { processId: string }).processId;
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
});
afterAll(() => app.stop());

const input = (more: object = {}) => ({
  userPrompt: 'Read: total {{ total }} EUR',
  outputSchema: SCHEMA,
  variables: { total: 12.5 },
  ...more,
});

const stream = (body: object) =>
  send('POST', '/ai/test-run', { token, body, headers: { accept: 'text/event-stream' } });

/** The events of a stream, in order. */
async function events(response: Response): Promise<{ event: string; data: Record<string, unknown> }[]> {
  const text = await response.text();
  return [...text.matchAll(/^event: ([\w-]+)\ndata: (.*)$/gm)].map(([, event = '', data = '']) => ({
    event,
    data: JSON.parse(data) as Record<string, unknown>,
  }));
}

describe('a test run that is listened to', () => {
  it('is told piece by piece, then answered as without listening', async () => {
    const response = await stream(input());
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const heard = await events(response);
    expect(heard.filter(({ event }) => event === 'text').length).toBeGreaterThan(3);
    expect(heard.at(-2)).toEqual({ event: 'checked', data: { problems: [] } });
    const { latencyMs: _one, ...answer } = heard.at(-1)!.data;
    const plain = await sendJson('POST', '/ai/test-run', { token, body: input() });
    const { latencyMs: _other, ...same } = plain.body;
    expect(heard.at(-1)!.event).toBe('answer');
    expect(answer).toEqual(same);
    expect(answer).toMatchObject({ schemaOk: true, simulated: true, result: { value: { amount: 12.5 } } });
  });

  it('shows each answer that does not fit, and the failure', async () => {
    const heard = await events(await stream(input({ outputSchema: IMPOSSIBLE })));
    const checked = heard.filter(({ event }) => event === 'checked');
    expect(checked).toHaveLength(3);
    expect(JSON.stringify(checked[0]?.data)).toContain('value.code must match pattern');
    expect(heard.at(-1)).toMatchObject({
      event: 'answer',
      data: { ok: false, schemaOk: false, code: 'answer-invalid', answers: [{}, {}, {}] },
    });
  });

  it('is refused with a status before it begins', async () => {
    expect((await stream(input({ outputSchema: '{' }))).status).toBe(422);
    expect((await stream(input({ variables: { total: 'x'.repeat(200_001) } }))).status).toBe(422);
    const operator = await tokenFor(['operator']);
    const headers = { accept: 'text/event-stream' };
    expect((await send('POST', '/ai/test-run', { token: operator, body: input(), headers })).status).toBe(
      403,
    );
  });

  it('is refused after thirty in five minutes', async () => {
    const busy = await tokenFor(['designer']);
    const run = () => sendJson('POST', '/ai/test-run', { token: busy, body: input() });
    const all = await Promise.all(Array.from({ length: 31 }, run));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(all.find(({ status }) => status !== 200)?.status).toBe(429);
  });
});

describe('a test run of a chain with limits', () => {
  const chain = { provider: 'simulated', model: 'simulated-fails', fallbacks: [{ provider: 'simulated' }] };

  it('says which link answered, why the ones before did not, and how much of the limits was used', async () => {
    const heard = await events(
      await stream(input({ ...chain, maxCost: 0.05, maxCostPerDay: 5, processId, elementId: 'ask' })),
    );
    const attempt = { provider: 'Simulated', model: 'simulated-fails', code: 'provider-failed' };
    expect(heard[0]).toMatchObject({ event: 'passed-on', data: attempt });
    expect(heard.at(-1)).toMatchObject({
      event: 'answer',
      data: {
        ok: true,
        model: 'simulated-1',
        attempts: [attempt],
        budget: { currency: 'EUR', used: 0, maxCost: 0.05, maxCostPerDay: 5 },
      },
    });
  });

  it('tells the end of a chain in which nobody answered', async () => {
    const fallbacks = [{ provider: 'simulated', model: 'simulated-busy' }];
    const { body } = await sendJson('POST', '/ai/test-run', { token, body: input({ ...chain, fallbacks }) });
    expect(body).toMatchObject({ ok: false, code: 'no-model-answered', attempts: [{}, {}] });
  });
});

describe('the daily limit of a step', () => {
  const limits = { maxTokens: 100, maxCostPerDay: 0.3, currency: 'EUR', timeout: 'PT5S' };
  const tried = (more: object = {}) =>
    sendJson('POST', '/ai/test-run', {
      token,
      body: input({ provider: 'dear', ...limits, processId, elementId: 'ask', ...more }),
    });
  const spentOf = async (elementId: string) =>
    (await sendJson('GET', `/processes/${processId}/elements/${elementId}/spending`, { token })).body.items;

  it('counts test runs with the calls of instances, and refuses in words what it has no room for', async () => {
    process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
    const server = await openAiServer([JSON.stringify({ ...GOOD, value: { amount: 12.5 } })]);
    await putProvider(call(someone('admin', ['administrator'])), {
      ...{ providerId: 'dear', kind: 'openai-compatible', name: 'Dear', model: 'm', apiKey: 'k' },
      ...{ baseUrl: server.url, inputPrice: 100, outputPrice: 1000, currency: 'EUR' },
    });
    // 120 tokens in and 30 out: 0.012 + 0.03 EUR
    expect((await tried()).body).toMatchObject({
      ok: true,
      budget: { maxCostPerDay: 0.3, usedToday: 0.042 },
    });
    expect(await spentOf('ask')).toMatchObject([{ spent: 0.042, currency: 'EUR' }]);
    // What an instance of the step would claim.
    const { modelId } = await db().process.findUniqueOrThrow({ where: { id: processId } });
    expect((await claimOfDay({ modelId, elementId: 'ask' }, 'EUR', 250_000, 300_000)).claim).not.toBeNull();
    expect((await tried()).body).toMatchObject({
      ok: false,
      code: 'budget-day',
      message: expect.stringMatching(/Dear was not asked: this step may cost at most 0\.30 EUR a day.*raise/),
    });
    expect(server.seen).toHaveLength(1);
    expect((await tried({ elementId: 'drawn-just-now' })).body).toMatchObject({ ok: true });
    await server.stop();
    const rows = await db().ledger.findMany({ where: { canon: { contains: 'ai.test-run' } } });
    expect(rows.filter(({ data }) => data?.includes(modelId) && data.includes('budget-day'))).toHaveLength(1);
  });

  it('that is of no step is refused rather than not kept', async () => {
    for (const of of [{ processId: undefined }, { elementId: undefined }])
      expect(await tried(of)).toMatchObject({ status: 422, body: { code: 'limit-of-no-step' } });
    expect((await tried({ processId: 'unknown' })).status).toBe(404);
    const free = { processId: undefined, elementId: undefined, maxCostPerDay: undefined };
    expect((await tried({ ...free, provider: 'simulated' })).status).toBe(200);
  });
});

describe('samples of a step', () => {
  const samples = async (by = token) =>
    sendJson<{ items: { variables: Record<string, unknown> }[] }>(
      'GET',
      `/processes/${processId}/elements/ask/samples`,
      { token: by },
    );

  it('are what its last three runs saw, masked, the newest first', async () => {
    expect((await samples()).body.items).toEqual([]);
    for (const n of [1, 2, 3, 4])
      await sendJson('POST', `/processes/${processId}/instances?wait=5s`, {
        token,
        body: { variables: { invoice: `total ${n} EUR, mail mia@acme.org` } },
      });
    const { items } = (await samples()).body;
    expect(items.map(({ variables }) => variables.paper)).toEqual(
      [4, 3, 2].map((n) => `total ${n} EUR, mail somebody@example.com`),
    );
    expect(items[0]!.variables).not.toHaveProperty('answer');
  });

  it('are none for who may not see the instances, and refused for who may not edit', async () => {
    const stranger = await tokenFor(['designer']);
    expect((await samples(stranger)).body.items).toEqual([]);
    expect((await samples(await tokenFor(['operator']))).status).toBe(403);
  });
});
