import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProjector, stopProjector } from '@/lib/audit/projector';
import { acceptBootstrapToken } from '@/lib/auth/bootstrap-token';
import { eventually, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep, workStep } from '@/lib/testing/models';
import { sendJson } from '@/lib/testing/routes';

const token = 'bootstrap-value-for-a-machine';
const RFC3339_MS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  await acceptBootstrapToken(token);
  startProjector();
});
afterAll(async () => {
  await stopProjector();
  await app.stop();
});

const post = (address: string, body: unknown = {}) => sendJson('POST', address, { token, body });
const get = (address: string) => sendJson('GET', address, { token });
type Item = Record<string, string>;
const items = (body: Record<string, unknown>) => body.items as Item[];

async function publishedProcess(): Promise<string> {
  const xml = model(sequence([workStep('call', 'measure'), userStep('check')]));
  const created = await sendJson('POST', '/processes', {
    token,
    body: xml,
    headers: { 'content-type': 'application/xml' },
  });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    key: 'p',
    name: 'Test',
    draftRevision: 1,
    problems: expect.any(Array),
  });
  expect(items(created.body)).toHaveLength(1);
  const processId = created.body.processId as string;
  const published = await post(`/processes/${processId}/publish`, { note: 'First', expectedRevision: 1 });
  expect(published.status).toBe(201);
  expect(published.body).toMatchObject({ version: 1, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) });
  return processId;
}

describe('a machine with nothing but the bootstrap token', () => {
  let processId: string;
  let instanceId: string;

  it('imports and publishes', async () => {
    processId = await publishedProcess();
    const again = await post(`/processes/${processId}/publish`, { note: 'Again' });
    expect(again.body.version).toBe(1);
    const versions = await get(`/processes/${processId}/versions`);
    expect(items(versions.body)).toEqual([expect.objectContaining({ version: 1, note: 'First' })]);
  });

  it('starts an instance and reads what it waits for', async () => {
    const started = await post(`/processes/${processId}/instances?wait=0ms`, {
      variables: { amount: 7 },
      businessKey: 'A-1',
    });
    expect(started.status).toBe(201);
    expect(started.body.status).toBe('running');
    instanceId = started.body.instanceId as string;
    const { body } = await get(`/instances/${instanceId}`);
    expect(body).toMatchObject({
      instanceId,
      processId,
      version: 1,
      status: 'running',
      variables: { amount: 7 },
      waitingFor: [{ kind: 'work', elementId: 'call', type: 'measure', workId: expect.any(String) }],
      incidents: [],
      endedAt: null,
    });
    expect(body.startedAt).toMatch(RFC3339_MS);
    expect(body.activities).toContainEqual({
      elementId: 'call',
      elementType: 'serviceTask',
      key: expect.any(String),
      scopeKey: expect.any(String),
      state: 'waiting',
      since: expect.stringMatching(RFC3339_MS),
    });
    for (const query of [`processId=${processId}`, 'status=running', 'businessKey=A-1'])
      expect(items((await get(`/instances?${query}`)).body).map((one) => one.instanceId)).toEqual([
        instanceId,
      ]);
    expect(items((await get('/instances?businessKey=B-1')).body)).toEqual([]);
  });

  it('does the work and decides the task', async () => {
    const activated = await post('/work/activate', {
      type: 'measure',
      max: 5,
      leaseSeconds: 30,
      worker: 'm',
    });
    const job = items(activated.body)[0]!;
    expect(job).toMatchObject({
      type: 'measure',
      instanceId,
      elementId: 'call',
      variables: { amount: 7 },
      headers: {},
      attempt: expect.any(Number),
    });
    const done = await post(`/work/${job.workId}/complete`, { lease: job.lease, variables: { score: 3 } });
    expect(done.body).toMatchObject({ instanceId, instanceStatus: 'running' });
    const { body } = await get(`/tasks?instanceId=${instanceId}&candidateGroup=finance&state=open`);
    const task = items(body)[0]!;
    expect(task).toMatchObject({
      instanceId,
      elementId: 'check',
      name: 'check',
      state: 'open',
      assignee: null,
    });
    const detail = await get(`/tasks/${task.taskId}`);
    expect(detail.body.contentDigest).toMatch(/^[0-9a-f]{64}$/);
    expect((await post(`/tasks/${task.taskId}/claim`)).body.state).toBe('claimed');
    expect((await post(`/tasks/${task.taskId}/comments`, { text: 'Seen' })).status).toBe(200);
    const decided = await post(`/tasks/${task.taskId}/complete`, { variables: { ok: true } });
    expect(decided.body).toMatchObject({ instanceId, instanceStatus: 'completed' });
    expect((await get(`/instances/${instanceId}`)).body).toMatchObject({
      status: 'completed',
      variables: { amount: 7, score: 3, ok: true },
      endedAt: expect.stringMatching(RFC3339_MS),
    });
  });

  it('reads the events without a gap, page by page, and the state as of each', async () => {
    const seen: { seq: number; type: string; at: string }[] = [];
    for (let after: string | null = '0'; after; ) {
      const { body } = await get(`/instances/${instanceId}/events?after=${after}&limit=3`);
      seen.push(...(body.items as typeof seen));
      expect((body.items as unknown[]).length).toBeLessThanOrEqual(3);
      after = body.nextCursor as string | null;
    }
    expect(seen.map((event) => event.seq)).toEqual(seen.map((_, index) => index + 1));
    expect(seen[0]?.type).toBe('instance.started');
    expect(seen.at(-1)?.type).toBe('instance.completed');
    for (const event of seen) expect(event.at).toMatch(RFC3339_MS);
    const first = await get(`/instances/${instanceId}/state?at=1`);
    expect(first.body).toMatchObject({ status: 'running' });
    const last = await get(`/instances/${instanceId}/state?at=${seen.length}`);
    expect(last.body).toMatchObject({ status: 'completed', variables: { score: 3 } });
    expect((await get(`/instances/${instanceId}/state?at=${seen.length + 1}`)).status).toBe(422);
  });

  it('finds all of it in the audit trail under its own name', async () => {
    const types = await eventually(async () => {
      const { body } = await get(`/audit?instanceId=${instanceId}&limit=200`);
      const found = items(body).map((one) => one.type);
      return found.includes('instance.completed') ? found : null;
    });
    expect(types).toEqual(expect.arrayContaining(['instance.started', 'work.completed', 'task.completed']));
  });

  it('retires and reinstates', async () => {
    expect((await post(`/processes/${processId}/retire`, { reason: 'Old' })).body.retired).toBe(true);
    const refused = await post(`/processes/${processId}/instances`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'retired' } });
    expect((await post(`/processes/${processId}/reinstate`, { reason: 'Needed' })).body.retired).toBe(false);
    expect((await post(`/processes/${processId}/instances`)).status).toBe(201);
  });
});
