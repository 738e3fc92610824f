import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, workStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

interface Job {
  workId: string;
  lease: string;
  instanceId: string;
  attempt: number;
}

let app: TestApp;
let token: string;
let processId: string;
beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([workStep('call', 'leased')]));
  processId = (await sendJson('POST', '/processes', { token, body, headers })).body.processId as string;
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
});
afterAll(() => app.stop());

const post = (address: string, body: object = {}) => sendJson('POST', address, { token, body });
const activate = async (worker: string): Promise<Job[]> =>
  (await post('/work/activate', { type: 'leased', max: 1, leaseSeconds: 60, worker })).body.items as Job[];
const start = () => post(`/processes/${processId}/instances`);

/** The first holder is late: its lease runs out and another worker takes over. */
async function takenOver(): Promise<{ late: Job; now: Job }> {
  await start();
  const [late] = await activate('first');
  await db().$executeRaw`UPDATE work SET available_at = now() - interval '1 second'
    WHERE instance_id = ${late!.instanceId}`;
  const [now] = await activate('second');
  return { late: late!, now: now! };
}

describe('leases of external work', () => {
  it('are given to one worker at a time', async () => {
    await start();
    const [mine] = await activate('one');
    expect(await activate('two')).toEqual([]);
    expect((await post(`/work/${mine!.workId}/complete`, { lease: mine!.lease })).status).toBe(200);
  });

  it('that ran out are 409 stale-lease on every path, and the new holder completes', async () => {
    const { late, now } = await takenOver();
    const paths: [string, object][] = [
      ['complete', {}],
      ['fail', { error: 'x' }],
      ['throw', { errorCode: 'E' }],
      ['extend', { leaseSeconds: 5 }],
    ];
    for (const [path, more] of paths)
      expect(await post(`/work/${late.workId}/${path}`, { lease: late.lease, ...more })).toMatchObject({
        status: 409,
        body: { code: 'stale-lease' },
      });
    expect(await post(`/work/${now.workId}/extend`, { lease: now.lease, leaseSeconds: 30 })).toMatchObject({
      status: 200,
      body: { leaseUntil: expect.stringMatching(/Z$/) },
    });
    expect((await post(`/work/${now.workId}/complete`, { lease: now.lease })).status).toBe(200);
  });

  it('that failed are tried again when the worker says', async () => {
    await start();
    const [job] = await activate('one');
    const failed = { lease: job!.lease, error: 'Not yet', retryAfterSeconds: 0 };
    expect((await post(`/work/${job!.workId}/fail`, failed)).status).toBe(200);
    const [again] = await activate('one');
    expect(again).toMatchObject({ workId: job!.workId, attempt: job!.attempt + 1 });
    expect((await post(`/work/${again!.workId}/complete`, { lease: again!.lease })).status).toBe(200);
  });

  it('of an error nobody catches make an incident or a failure, never a silent end', async () => {
    await start();
    const [job] = await activate('one');
    await post(`/work/${job!.workId}/throw`, {
      lease: job!.lease,
      errorCode: 'NO_STOCK',
      message: 'Sold out',
    });
    const { body } = await sendJson('GET', `/instances/${job!.instanceId}`, { token });
    expect(JSON.stringify(body.incidents)).toMatch(/NO_STOCK/);
  });

  it('are waited for when there is no work yet', async () => {
    const waiting = post('/work/activate', { type: 'leased', worker: 'patient', waitSeconds: 30 });
    const { body } = await start();
    expect((await waiting).body.items).toEqual([expect.objectContaining({ instanceId: body.instanceId })]);
    const none = { type: 'never', worker: 'patient', waitSeconds: 0.05 };
    expect((await post('/work/activate', none)).body.items).toEqual([]);
  });

  it('are not given to who has gone away while waiting', async () => {
    const gone = new AbortController();
    const body = { type: 'leased', worker: 'gone', waitSeconds: 30 };
    const waiting = sendJson('POST', '/work/activate', { token, body, signal: gone.signal });
    gone.abort();
    expect((await waiting).body.items).toEqual([]);
    await start();
    expect(await activate('here')).toHaveLength(1);
  });

  it('of the engine’s own work are not for sale', async () => {
    expect((await post('/work/activate', { type: 'countersign:http', max: 1, worker: 'x' })).status).toBe(
      400,
    );
  });
});
