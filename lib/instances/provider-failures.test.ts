import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAiServer, type Reply } from '@/lib/ai/testing';
import { putProvider } from '@/lib/settings/providers';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  app = await startApp();
  process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
  token = await tokenFor(['designer', 'operator', 'auditor']);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await app.stop();
});

const aiStep = (provider: string) => ({
  id: 'Read',
  xml: `<bpmn:serviceTask id="Read" name="Read invoice"><bpmn:extensionElements>
    <countersign:aiCall provider="${provider}" resultVariable="reading" confidenceSource="schema-checks" threshold="0.9"
      timeout="PT1S" retries="0"><countersign:userPrompt>Read this</countersign:userPrompt>
      <countersign:outputSchema>{"type":"object","properties":{"amount":{"type":"number"}},"required":["amount"]}</countersign:outputSchema>
    </countersign:aiCall></bpmn:extensionElements></bpmn:serviceTask>`,
});

interface Instance {
  status: string;
  variables: object;
  incidents: { elementId: string; code: string; message: string }[];
}

/** Runs one AI step at a provider that answers so, until it stops with an incident. */
async function incidentAt(name: string, reply: Reply): Promise<Instance> {
  const server = await openAiServer([reply]);
  stops.push(() => server.stop());
  const input = {
    providerId: name,
    kind: 'openai-compatible',
    name,
    baseUrl: server.url,
    model: 'm',
    apiKey: 'canary',
  };
  await putProvider(call(someone('admin', ['administrator'])), input);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([aiStep(name)]), { id: `ai-${name}` });
  const { processId } = (await sendJson('POST', '/processes', { token, body, headers })).body;
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  const { instanceId } = (
    await sendJson('POST', `/processes/${processId}/instances`, { token, body: { variables: { kept: 1 } } })
  ).body;
  return eventually(async () => {
    const found = (await sendJson<Instance>('GET', `/instances/${instanceId}`, { token })).body;
    return found.incidents.length > 0 ? found : null;
  });
}

describe('a provider stops only its own step, whose incident says what happened, when it', () => {
  for (const [what, reply, says] of [
    ['garbage', { status: 200, body: '<html>oops' }, /./],
    ['nonsense', 'I would rather not', /JSON|answer/i],
    ['error', { status: 500, body: '{"error":{"message":"canary down"}}' }, /500|fail|error/i],
    ['silence', () => undefined, /time|second|answer/i],
  ] as const satisfies readonly (readonly [string, Reply, RegExp])[])
    it(`answers with ${what}`, async () => {
      const { status, variables, incidents } = await incidentAt(what, reply);
      expect({ status, variables }).toEqual({ status: 'running', variables: { kept: 1 } });
      expect(incidents).toEqual([
        expect.objectContaining({
          elementId: 'Read',
          code: 'work-exhausted',
          message: expect.stringMatching(says),
        }),
      ]);
      expect(incidents[0]?.message).toContain(what);
    });
});
