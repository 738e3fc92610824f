import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAiServer } from '@/lib/ai/testing';
import { putProvider } from '@/lib/settings/providers';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
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

const step = (links: string) => ({
  id: 'Read',
  xml: `<bpmn:serviceTask id="Read" name="Read invoice"><bpmn:extensionElements>
    <countersign:aiCall provider="down" resultVariable="reading" threshold="0.5" timeout="PT5S" retries="0">
      <countersign:userPrompt>Read: total 12.50 EUR</countersign:userPrompt>
      <countersign:outputSchema>{"type":"object","properties":{"amount":{"type":"number"}},"required":["amount"]}</countersign:outputSchema>
      ${links}
    </countersign:aiCall></bpmn:extensionElements></bpmn:serviceTask>`,
});

it('a chain goes on to the model that answers, and the record says whom it passed over', async () => {
  const server = await openAiServer([{ status: 500, body: '{"error":{"message":"down, key canary-1"}}' }]);
  stops.push(() => server.stop());
  const down = {
    providerId: 'down',
    kind: 'openai-compatible',
    name: 'Down',
    baseUrl: server.url,
    model: 'm',
    apiKey: 'canary-1',
  };
  await putProvider(call(someone('admin', ['administrator'])), down);
  const links =
    '<countersign:fallback provider="gone" /><countersign:fallback provider="simulated" model="second" />';
  const body = model(sequence([step(links)]), { id: 'chain' });
  const made = await sendJson('POST', '/processes', {
    token,
    body,
    headers: { 'content-type': 'application/xml' },
  });
  const { processId } = made.body as { processId: string };
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  const started = await sendJson('POST', `/processes/${processId}/instances?wait=10s`, { token, body: {} });
  const { instanceId } = started.body as { instanceId: string };
  const { body: instance } = await sendJson('GET', `/instances/${instanceId}`, { token });
  const attempts = [
    { provider: 'Down', model: 'm', code: 'provider-failed', message: expect.stringContaining('500') },
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
  const { body: history } = await sendJson('GET', `/instances/${instanceId}/events`, { token });
  const text = JSON.stringify(history);
  expect(text).toContain('"provider-failed"');
  expect(text).not.toContain('canary-1');
});
