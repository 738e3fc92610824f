import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence, workStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

const ALL = ['administrator', 'designer', 'operator', 'reviewer', 'auditor'];
let app: TestApp;
let token: string;
let processId: string;

beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(ALL);
  const xml = model(sequence([workStep('call', 'idem')]));
  const headers = { 'content-type': 'application/xml' };
  processId = (await sendJson('POST', '/processes', { token, body: xml, headers })).body.processId as string;
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
});
afterAll(() => app.stop());

const keyed = (key: string, address: string, body: unknown, by = token) =>
  sendJson('POST', address, { token: by, body, headers: { 'idempotency-key': key } });
const start = (key: string, body: unknown = {}, by = token) =>
  keyed(key, `/processes/${processId}/instances`, body, by);
const instances = () => db().instance.count();
/** As after a crash between the commit and keeping its answer. */
const forgetAnswer = (key: string) =>
  db().idempotencyKey.updateMany({ where: { key }, data: { status: null, response: null } });

describe('an Idempotency-Key', () => {
  it('gives the first answer again for the same body, and says so', async () => {
    const first = await start('a');
    const before = await instances();
    const second = await start('a');
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await instances()).toBe(before);
  });

  it('keeps nothing of a body that could be tried out', async () => {
    const person = { email: 'x@example.org', name: 'X', password: 'a long enough sentence', roles: [] };
    expect((await keyed('secret', '/people', person)).status).toBe(201);
    const { bodyHash } = await db().idempotencyKey.findFirstOrThrow({ where: { key: 'secret' } });
    expect(bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(bodyHash).not.toBe(createHash('sha256').update(JSON.stringify(person)).digest('hex'));
  });

  it('is refused with another body, and the first answer stays', async () => {
    const first = await start('b');
    const refused = await start('b', { businessKey: 'other' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect((await start('b')).body).toEqual(first.body);
  });

  it('belongs to one actor and one route', async () => {
    const [mine, theirs] = [await start('c'), await start('c', {}, await tokenFor(ALL))];
    expect(theirs.body.instanceId).not.toBe(mine.body.instanceId);
    const elsewhere = await keyed('c', '/processes/blank', { name: 'Elsewhere' });
    expect(elsewhere.status).toBe(201);
  });

  it('makes one thing when requests of one key arrive together', async () => {
    const before = await instances();
    const answers = await Promise.all(Array.from({ length: 8 }, () => start('d')));
    expect(new Set(answers.map((one) => one.body.instanceId)).size).toBe(1);
    expect(await instances()).toBe(before + 1);
  });

  it('keeps a conflict as the answer, too', async () => {
    const { instanceId } = (await start('e')).body;
    const cancel = { reason: 'Test' };
    await keyed('e1', `/instances/${instanceId}/cancel`, cancel);
    const refused = await keyed('e2', `/instances/${instanceId}/cancel`, cancel);
    expect(refused.status).toBe(409);
    const again = await keyed('e2', `/instances/${instanceId}/cancel`, cancel);
    expect(again).toMatchObject({ status: 409, body: refused.body });
    expect(again.headers.get('content-type')).toBe('application/problem+json');
  });

  it('is new again after a day', async () => {
    const first = await start('f');
    await db().idempotencyKey.updateMany({
      where: { key: 'f' },
      data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    const later = await start('f', { businessKey: 'a new day' });
    expect(later.status).toBe(201);
    expect(later.body.instanceId).not.toBe(first.body.instanceId);
  });

  it('of a stranger is never written down', async () => {
    const refused = await sendJson('POST', '/processes/blank', {
      body: { name: 'x' },
      headers: { 'idempotency-key': 'stranger' },
    });
    expect(refused.status).toBe(401);
    expect(await db().idempotencyKey.count({ where: { key: 'stranger' } })).toBe(0);
  });

  it('never keeps a secret: the repeat is refused and no second token is made', async () => {
    const body = { name: 'CI', roles: ['operator'] };
    const first = await keyed('g', '/tokens', body);
    expect(first.body.token).toMatch(/^cs_/);
    expect(await keyed('g', '/tokens', body)).toMatchObject({
      status: 409,
      body: { code: 'answer-not-kept' },
    });
    await forgetAnswer('g');
    expect(await keyed('g', '/tokens', body)).toMatchObject({
      status: 409,
      body: { code: 'answer-not-kept' },
    });
    expect(await db().apiToken.count({ where: { name: 'CI' } })).toBe(1);
    const kept = await db().idempotencyKey.findMany({ where: { key: 'g' } });
    expect(JSON.stringify(kept)).not.toContain(first.body.token as string);
  });
});

describe('a crash between the commit and keeping the answer repeats to the same result', () => {
  it('when an instance is started', async () => {
    const first = await start('crash-start');
    const before = await instances();
    await forgetAnswer('crash-start');
    expect((await start('crash-start')).body).toEqual(first.body);
    expect(await instances()).toBe(before);
  });

  it('when a process is imported', async () => {
    const send = () => {
      const headers = { 'content-type': 'application/xml', 'idempotency-key': 'crash-import' };
      const body = model(sequence([scriptStep('calc', '1 + 1')]), { id: 'imported' });
      return sendJson('POST', '/processes', { token, body, headers });
    };
    const first = await send();
    await forgetAnswer('crash-import');
    expect((await send()).body).toEqual(first.body);
    expect(await db().process.count({ where: { key: 'imported' } })).toBe(1);
  });

  it('when external work is completed', async () => {
    await start('crash-work');
    const { body } = await sendJson<{ items: { workId: string; lease: string }[] }>(
      'POST',
      '/work/activate',
      {
        token,
        body: { type: 'idem', max: 1, worker: 'w' },
      },
    );
    const { workId, lease } = body.items[0]!;
    const complete = () => keyed('crash-complete', `/work/${workId}/complete`, { lease });
    const first = await complete();
    expect(first.status).toBe(200);
    await forgetAnswer('crash-complete');
    expect(await complete()).toMatchObject({ status: 200, body: first.body });
    const late = await sendJson('POST', `/work/${workId}/complete`, { token, body: { lease } });
    expect(late).toMatchObject({ status: 409, body: { code: 'stale-lease' } });
  });
});
