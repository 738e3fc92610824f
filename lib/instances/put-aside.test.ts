import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { eventually, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, workStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
});
afterAll(() => app.stop());

const post = (path: string, body: unknown = {}) => sendJson('POST', path, { token, body });
type Job = { workId: string; lease: string };

async function job(type: string): Promise<Job> {
  return eventually(async () => {
    const { body } = await post('/work/activate', { type, worker: 'test' });
    return (body.items as Job[])[0];
  });
}
const complete = ({ workId, lease }: Job) => post(`/work/${workId}/complete`, { lease });

/** An instance whose snapshot is damaged, put aside when its work came back; with what mends it. */
async function putAside(type: string) {
  const headers = { 'content-type': 'application/xml' };
  const xml = model(sequence([workStep('step', type)]), { id: type });
  const { body } = await sendJson('POST', '/processes', { token, body: xml, headers });
  await post(`/processes/${body.processId}/publish`, { note: 'One' });
  const started = await post(`/processes/${body.processId}/instances`);
  const id = String(started.body.instanceId);
  const work = await job(type);
  const { state } = await db().instance.findUniqueOrThrow({ where: { id } });
  await db().instance.update({ where: { id }, data: { state: '{"damaged"' } });
  expect(await complete(work)).toMatchObject({ status: 500 });
  await eventually(() => db().incident.findFirst({ where: { instanceId: id, resolvedAt: null } }));
  return { id, incident: `${id}:0`, mend: () => db().instance.update({ where: { id }, data: { state } }) };
}

describe('an instance that was put aside', () => {
  it('is listed among the incidents, and goes on when it is tried again after its repair', async () => {
    const { id, incident, mend } = await putAside('mended');
    const { body } = await sendJson('GET', '/incidents?code=quarantined', { token });
    expect(body.items).toContainEqual(
      expect.objectContaining({ incidentId: incident, instanceId: id, elementId: '', code: 'quarantined' }),
    );
    await mend();
    const retried = await post(`/incidents/${incident}/retry`, { reason: 'Restored from the backup' });
    expect(retried).toMatchObject({ status: 200, body: { instanceId: id, status: 'running' } });
    expect(await db().incident.count({ where: { instanceId: id, resolvedAt: null } })).toBe(0);
    expect(await complete(await job('mended'))).toMatchObject({ status: 200 });
    expect((await db().instance.findUniqueOrThrow({ where: { id } })).status).toBe('completed');
    const [row] = await db().ledger.findMany({ where: { stream: 'operations' } });
    expect(JSON.parse(row?.data ?? '')).toEqual([{ instanceId: id, reason: 'Restored from the backup' }]);
    expect(await post(`/incidents/${incident}/retry`, { reason: 'Again' })).toMatchObject({ status: 404 });
  });

  it('stays aside while it is damaged, and says so', async () => {
    const { id, incident } = await putAside('damaged');
    const before = await db().ledger.count({ where: { stream: 'operations' } });
    const retried = await post(`/incidents/${incident}/retry`, { reason: 'Hope' });
    expect(retried).toMatchObject({ status: 409, body: { code: 'still-damaged' } });
    expect(await db().incident.count({ where: { instanceId: id, resolvedAt: null } })).toBe(1);
    expect(await db().ledger.count({ where: { stream: 'operations' } })).toBe(before);
    const idle = await post('/work/activate', { type: 'damaged', worker: 'test' });
    expect(idle.body.items).toEqual([]);
  });
});
