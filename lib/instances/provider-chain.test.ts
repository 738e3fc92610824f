import { afterAll, beforeAll, expect, it } from 'vitest';
import { GOOD, openAiServer, type Reply } from '@/lib/ai/testing';
import { putProvider } from '@/lib/settings/providers';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '0';
  app = await startApp();
  process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
  token = await tokenFor(['designer', 'operator', 'auditor']);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await app.stop();
});

const step = (attributes: string, links: string) => ({
  id: 'Read',
  xml: `<bpmn:serviceTask id="Read" name="Read invoice"><bpmn:extensionElements>
    <countersign:aiCall resultVariable="reading" threshold="0.5" timeout="PT5S" ${attributes}>
      <countersign:userPrompt>Read: total 12.50 EUR</countersign:userPrompt>
      <countersign:outputSchema>{"type":"object","properties":{"amount":{"type":"number"}},"required":["amount"]}</countersign:outputSchema>
      ${links}
    </countersign:aiCall></bpmn:extensionElements></bpmn:serviceTask>`,
});

/** Publishes a process of one AI step and runs it until it ends or stops. */
async function run(id: string, xml: ReturnType<typeof step>) {
  const body = model(sequence([xml]), { id });
  const headers = { 'content-type': 'application/xml' };
  const { processId } = (await sendJson('POST', '/processes', { token, body, headers })).body as {
    processId: string;
  };
  const published = await sendJson('POST', `/processes/${processId}/publish`, {
    token,
    body: { note: 'One' },
  });
  expect(published.status).toBe(201);
  return { processId, run: (variables: object = {}) => runOf(processId, variables) };
}

interface Seen {
  status: string;
  variables: object;
  incidents: { code: string; message: string }[];
}

async function runOf(processId: string, variables: object): Promise<Seen & { events: string }> {
  const started = await sendJson('POST', `/processes/${processId}/instances`, { token, body: { variables } });
  const { instanceId } = started.body as { instanceId: string };
  const seen = await eventually(async () => {
    const { body } = await sendJson<Seen>('GET', `/instances/${instanceId}`, { token });
    return body.status !== 'running' || body.incidents.length > 0 ? body : null;
  });
  const { body } = await sendJson('GET', `/instances/${instanceId}/events`, { token });
  return { ...seen, events: JSON.stringify(body) };
}

async function provider(providerId: string, replies: Reply[], more: object = {}) {
  const server = await openAiServer(replies);
  stops.push(() => server.stop());
  const input = {
    providerId,
    kind: 'openai-compatible',
    name: providerId.toUpperCase(),
    baseUrl: server.url,
    model: 'm',
    apiKey: 'canary-1',
    ...more,
  };
  await putProvider(call(someone('admin', ['administrator'])), input);
  return server;
}

it('a chain goes on to the model that answers, and the record says whom it passed over', async () => {
  await provider('down', [{ status: 500, body: '{"error":{"message":"down, key canary-1"}}' }]);
  const links =
    '<countersign:fallback provider="gone" /><countersign:fallback provider="simulated" model="second" />';
  const instance = await (await run('chain', step('provider="down"', links))).run();
  const attempts = [
    { provider: 'DOWN', model: 'm', code: 'provider-failed', message: expect.stringContaining('500') },
    {
      provider: 'gone',
      model: '',
      code: 'unknown-provider',
      message: expect.stringContaining('not configured'),
    },
  ];
  expect(instance).toMatchObject({
    status: 'completed',
    variables: { reading: { value: { amount: 12.5 }, provider: 'Simulated', model: 'second', attempts } },
  });
  expect(instance.events).toContain('"provider-failed"');
  expect(instance.events).not.toContain('canary-1');
});

const ANSWER = JSON.stringify({ ...GOOD, value: { amount: 12.5 } });

it('the limit of a day holds over instances; what stops says so at once, and the step’s spending can be read', async () => {
  const server = await provider('dear', [ANSWER], { inputPrice: 1000, outputPrice: 1000 });
  const limits = 'provider="dear" maxTokens="100" maxCostPerDay="1.6" currency="EUR" retries="5"';
  const { processId, run: again } = await run('daily', step(limits, ''));
  expect(await again()).toMatchObject({ status: 'completed' });
  const spending = async () =>
    (await sendJson('GET', `/processes/${processId}/elements/Read/spending`, { token })).body;
  // 120 tokens of the question and 30 of the answer at 1000 EUR a million
  expect(await spending()).toMatchObject({ items: [{ currency: 'EUR', spent: 0.15 }] });
  const stopped = await eventually(async () => {
    const seen = await again();
    return seen.incidents.length > 0 ? seen : null;
  });
  expect(stopped.incidents[0]).toMatchObject({
    code: 'work-exhausted',
    message: expect.stringMatching(
      /^DEAR was not asked: this step may cost at most 1\.60 EUR a day; .*00:00 UTC/,
    ),
  });
  expect(stopped.events).toContain('"usedToday"');
  const calls = server.seen.length;
  expect(await again()).toMatchObject({ status: 'running' });
  expect(server.seen, 'a limit that is reached sends nothing').toHaveLength(calls);
  const stranger = await tokenFor(['designer']);
  expect(
    (await sendJson('GET', `/processes/${processId}/elements/Read/spending`, { token: stranger })).body,
  ).toEqual({ items: [] });
});

it('a limit that is reached leads to the next model where the step says so', async () => {
  await provider('unpriced', [ANSWER]);
  const limits = 'provider="unpriced" maxCost="1" onBudget="fallback"';
  const { run: once } = await run('budget', step(limits, '<countersign:fallback provider="simulated" />'));
  expect(await once()).toMatchObject({
    status: 'completed',
    variables: { reading: { provider: 'Simulated', attempts: [{ code: 'budget-no-price' }] } },
  });
});

it('required quotes come from what the prompt is given; what invents them stops with an incident', async () => {
  const quoting = 'provider="simulated" requireQuotes="true" retries="0"';
  const given = {
    '<countersign:userPrompt>Read: total 12.50 EUR': '<countersign:userPrompt>Read. {{ paper }}',
  };
  const xml = (attributes: string) => {
    const made = step(attributes, '');
    for (const [from, to] of Object.entries(given)) made.xml = made.xml.replace(from, to);
    return made;
  };
  const { run: once } = await run('quoting', xml(quoting));
  const seen = await once({ paper: 'total 12.50 EUR' });
  expect(seen).toMatchObject({
    status: 'completed',
    variables: { reading: { quotesRequired: true, evidence: [{ quote: 'total 12.50 EUR', start: 6 }] } },
  });
  expect(seen.events).toContain('"inputs":[[6,21]]');
  expect(seen.events).toMatch(/"promptHash":"[0-9a-f]{64}"/);
  const { run: invented } = await run('inventing', xml(`${quoting} model="simulated-misquotes"`));
  expect((await invented({ paper: 'total 12.50 EUR' })).incidents).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('no answer whose quotes stand in the input'),
    }),
  ]);
});
