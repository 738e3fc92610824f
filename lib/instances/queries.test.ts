import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator', 'auditor']);
});
afterAll(() => app.stop());

const failing = model(
  `<bpmn:startEvent id="start" /><bpmn:sequenceFlow id="in" sourceRef="start" targetRef="end" />
  <bpmn:endEvent id="end"><bpmn:errorEventDefinition /></bpmn:endEvent>`,
);

it('a failed instance is found among the failed, not among those that need attention', async () => {
  const headers = { 'content-type': 'application/xml' };
  const { body } = await sendJson('POST', '/processes', { token, body: failing, headers });
  await sendJson('POST', `/processes/${body.processId}/publish`, { token, body: { note: 'Try' } });
  const started = await sendJson('POST', `/processes/${body.processId}/instances`, { token, body: {} });
  expect(started.body.status).toBe('failed');
  const listed = async (status: string) => {
    const answer = await sendJson('GET', `/instances?status=${status}`, { token });
    return (answer.body.items as { instanceId: string }[]).map((one) => one.instanceId);
  };
  expect(await listed('failed')).toEqual([started.body.instanceId]);
  expect(await listed('incident')).toEqual([]);
});
