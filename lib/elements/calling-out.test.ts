import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GOOD, openAiServer, PROMPT, SCHEMA } from '@/lib/ai/testing';
import { db } from '@/lib/db/client';
import { getInstance } from '@/lib/instances/queries';
import { startInstance } from '@/lib/instances/start';
import { json, type LocalServer, localServer } from '@/lib/outbound/testing';
import { createProcess } from '@/lib/processes/create';
import { publish } from '@/lib/processes/publish';
import { putProvider } from '@/lib/settings/providers';
import { putSecret } from '@/lib/settings/secrets';
import { call, eventually, someone, startApp, type TestApp } from '@/lib/testing/app';

const admin = someone('admin', ['administrator']);
const mia = someone('mia', ['designer', 'operator', 'auditor']);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Start, an HTTP request with a secret, an AI call, end. */
const xml = (url: string, provider: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:countersign="urn:countersign:bpmn:1" id="D" targetNamespace="urn:test">
  <bpmn:process id="calls" name="Calls" isExecutable="true">
    <bpmn:startEvent id="Start"><bpmn:outgoing>A</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="A" sourceRef="Start" targetRef="Http"/>
    <bpmn:serviceTask id="Http" name="Ask the ERP">
      <bpmn:extensionElements>
        <countersign:http method="POST" url="${escaped(url)}" secret="ERP_TOKEN" timeout="PT10S" resultVariable="response">
          <countersign:body>=order</countersign:body>
        </countersign:http>
      </bpmn:extensionElements>
      <bpmn:incoming>A</bpmn:incoming><bpmn:outgoing>B</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="B" sourceRef="Http" targetRef="Ai"/>
    <bpmn:serviceTask id="Ai" name="Read it">
      <bpmn:extensionElements>
        <countersign:aiCall provider="${provider}" resultVariable="reading" confidenceSource="schema-checks" threshold="0.9" timeout="PT10S" retries="2">
          <countersign:userPrompt>Read: {{response.body.text}}</countersign:userPrompt>
          <countersign:outputSchema>${escaped(JSON.stringify(SCHEMA))}</countersign:outputSchema>
        </countersign:aiCall>
      </bpmn:extensionElements>
      <bpmn:incoming>B</bpmn:incoming><bpmn:outgoing>C</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:sequenceFlow id="C" sourceRef="Ai" targetRef="End"/>
    <bpmn:endEvent id="End"><bpmn:incoming>C</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

let app: TestApp;
let erp: LocalServer;

beforeAll(async () => {
  app = await startApp();
  process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
  let failures = 1;
  erp = await localServer((request, response) => {
    if (failures-- > 0) {
      response.setHeader('retry-after', '0');
      return json(response, 503, { error: 'later', said: request.headers.authorization });
    }
    json(response, 200, { text: PROMPT.slice(6), said: request.headers.authorization });
  });
  await putSecret(call(admin), { name: 'ERP_TOKEN', value: 'canary-erp-4410', hosts: ['127.0.0.1'] });
});
afterAll(async () => {
  await erp.stop();
  await app.stop();
});

describe('a process that calls out', () => {
  it('asks again after a failure with the same key, hands data on, and keeps every credential out of its record', async () => {
    const ai = await openAiServer([
      { status: 500, body: 'canary-ai-5521', headers: { 'retry-after': '0' } },
      JSON.stringify(GOOD),
    ]);
    await putProvider(call(admin), {
      providerId: 'local',
      kind: 'openai-compatible',
      name: 'Local',
      baseUrl: `${ai.url}/v1`,
      model: 'test-model',
      apiKey: 'canary-ai-5521',
    });
    const { processId } = await createProcess(call(mia), {
      content: { xml: xml(`${erp.url}/orders`, 'local') },
    });
    await publish(call(mia), { processId, note: 'First version' });
    const { instanceId } = await startInstance(call(mia), { processId, variables: { order: { id: 7 } } });
    const ended = await eventually(async () => {
      const instance = await getInstance(call(mia), { instanceId });
      if (instance.incidents.length > 0) throw new Error(JSON.stringify(instance.incidents));
      return instance.status === 'running' ? null : instance;
    });
    expect(ended).toMatchObject({
      status: 'completed',
      variables: {
        response: { status: 200, body: { said: 'Bearer •••' } },
        reading: { value: GOOD.value, confidence: 1, belowThreshold: false, simulated: false },
      },
    });
    expect(erp.seen.map(({ body }) => body)).toEqual(['{"id":7}', '{"id":7}']);
    expect(new Set(erp.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(new Set(ai.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(ai.seen).toHaveLength(2);
    const ledger = await db().ledger.findMany({ where: { stream: `instance:${instanceId}` } });
    const recorded = ledger.map(({ canon, data }) => `${canon}${data}`).join('\n');
    expect(recorded).toContain('promptHash');
    expect(recorded).toContain('work.failed');
    expect(recorded).not.toContain('canary');
    await ai.stop();
  });
});
