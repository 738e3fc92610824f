import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence, userStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

interface Incident {
  incidentId: string;
  elementId: string;
  message: string;
  code: string;
}

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator', 'reviewer', 'auditor']);
});
afterAll(() => app.stop());

const post = (address: string, body: unknown = {}) => sendJson('POST', address, { token, body });
const get = (address: string) => sendJson('GET', address, { token });

async function started(xml: string, variables: object = {}): Promise<string> {
  const headers = { 'content-type': 'application/xml' };
  const { body } = await sendJson('POST', '/processes', { token, body: xml, headers });
  const published = await post(`/processes/${body.processId}/publish`, { note: 'Try' });
  expect(published).toMatchObject({ status: 201 });
  const answer = await post(`/processes/${body.processId}/instances`, { variables });
  expect(answer.status).toBe(201);
  return answer.body.instanceId as string;
}

const incidentOf = (instanceId: string) =>
  eventually(async () => {
    const { body } = await get(`/instances/${instanceId}`);
    return (body.incidents as Incident[])[0];
  });

const status = async (instanceId: string) => (await get(`/instances/${instanceId}`)).body.status;

const choice = model(
  `<bpmn:startEvent id="start" /><bpmn:exclusiveGateway id="choice" name="Large?" default="no" />
  <bpmn:endEvent id="large" /><bpmn:endEvent id="small" />
  <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="choice" />
  <bpmn:sequenceFlow id="yes" sourceRef="choice" targetRef="large">
    <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amount &gt; 100</bpmn:conditionExpression>
  </bpmn:sequenceFlow>
  <bpmn:sequenceFlow id="no" sourceRef="choice" targetRef="small" />`,
);

describe('what goes wrong while running', () => {
  it('a condition over a missing variable is an incident naming both; edit and retry completes', async () => {
    const instanceId = await started(choice, { amout: 250 });
    const incident = await incidentOf(instanceId);
    expect(incident).toMatchObject({ code: 'evaluation', elementId: expect.stringMatching(/choice|yes/) });
    expect(incident.message).toContain('amount');
    expect(await status(instanceId)).toBe('running');
    const retried = await post(`/incidents/${incident.incidentId}/retry`, {
      reason: 'Typing error',
      variables: { amount: 250 },
    });
    expect(retried).toMatchObject({ status: 200, body: { status: 'completed' } });
    const { body } = await get(`/instances/${instanceId}`);
    expect(body.incidents).toEqual([]);
    expect(body.activities).toContainEqual(
      expect.objectContaining({ elementId: 'large', state: 'completed' }),
    );
    const again = await post(`/incidents/${incident.incidentId}/retry`, { reason: 'Twice' });
    expect([404, 409]).toContain(again.status);
  });

  it('FEEL that runs away is an incident within its limit, and the server answers meanwhile', async () => {
    const hostile = [
      'for a in 1..100000, b in 1..100000 return a * b',
      'count(for i in 1..1000000000 return i)',
      '{f: function(n) f(n + 1), r: f(1)}.r',
    ];
    for (const [index, expression] of hostile.entries()) {
      const running = started(model(sequence([scriptStep('loop', expression)]), { id: `loop${index}` }));
      expect((await get('/processes?limit=1')).status).toBe(200);
      expect(await incidentOf(await running)).toMatchObject({ code: 'evaluation', elementId: 'loop' });
    }
  });

  it('variables that grow over 1 MB are 413 and stay as they were', async () => {
    const instanceId = await started(model(sequence([userStep('wait')]), { id: 'grow' }), { a: 1 });
    const grow = (size: number) =>
      post(`/instances/${instanceId}/variables`, {
        variables: { [`b${size}`]: 'x'.repeat(size) },
        reason: 'Grow',
      });
    expect((await grow(600_000)).status).toBe(200);
    expect(await grow(700_000)).toMatchObject({ status: 413, body: { code: 'too-large' } });
    const { body } = await get(`/instances/${instanceId}`);
    expect(Object.keys(body.variables as object).sort()).toEqual(['a', 'b600000']);
  });
});

describe('what comes too late', () => {
  it('a decision on a decided task is 409 naming who decided', async () => {
    const instanceId = await started(model(sequence([userStep('once')]), { id: 'decided' }));
    const { body } = await get(`/tasks?instanceId=${instanceId}`);
    const { taskId } = (body.items as { taskId: string }[])[0]!;
    expect((await post(`/tasks/${taskId}/complete`)).status).toBe(200);
    const second = await post(`/tasks/${taskId}/complete`, { variables: { other: true } });
    expect(second).toMatchObject({ status: 409, body: { code: 'task-already-decided' } });
    expect((await get(`/instances/${instanceId}`)).body.variables).toEqual({});
  });

  it('a command to an ended instance is 409', async () => {
    const instanceId = await started(model(sequence([userStep('x')]), { id: 'ended' }));
    expect(await post(`/instances/${instanceId}/cancel`, { reason: 'No' })).toMatchObject({
      status: 200,
      body: { status: 'terminated' },
    });
    expect((await post(`/instances/${instanceId}/cancel`, { reason: 'No' })).status).toBe(409);
    const change = { variables: { a: 1 }, reason: 'Late' };
    expect((await post(`/instances/${instanceId}/variables`, change)).status).toBe(409);
  });

  it('a cancel without a reason is 400 naming the field', async () => {
    const instanceId = await started(model(sequence([userStep('x')]), { id: 'reason' }));
    const answer = await post(`/instances/${instanceId}/cancel`, { reason: ' ' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
    expect(await status(instanceId)).toBe('running');
  });
});
