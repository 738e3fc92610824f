import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSession } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { flushStrangers } from '@/lib/ledger/strangers';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, workStep } from '@/lib/testing/models';
import { type Sent, send, sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
let cookie: string;
let processId: string;

beforeAll(async () => {
  app = await startApp({ engine: false });
  token = await tokenFor(['administrator', 'designer', 'operator', 'reviewer', 'auditor']);
  const person = await db().person.create({
    data: { id: 'ada', name: 'Ada', email: 'ada@example.org', roles: ['designer', 'operator'], groups: [] },
  });
  cookie = `next-auth.session-token=${await makeSession(person)}`;
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([workStep('call', 'requests')]));
  processId = (await sendJson('POST', '/processes', { token, body, headers })).body.processId as string;
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
});
afterAll(() => app.stop());

async function problem(method: string, address: string, sent: Sent = {}) {
  const answer = await sendJson(method, address, { token, ...sent });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const { type, title, status, detail, code, errors } = answer.body;
  expect({ type, title, status, detail, code }).toEqual({
    type: `urn:countersign:problem:${code}`,
    title: expect.any(String),
    status: answer.status,
    detail: expect.any(String),
    code: expect.stringMatching(/^[a-z0-9-]+$/),
  });
  return { status: answer.status, code, errors: errors as { path: string }[], headers: answer.headers };
}
const start = (sent: Sent) => problem('POST', `/processes/${processId}/instances`, sent);

describe('bodies', () => {
  it('that are not JSON are 400', async () => {
    expect(await start({ body: '{"variables":' })).toMatchObject({ status: 400, code: 'not-json' });
    const bytes = Buffer.from([0x22, 0xff, 0xfe, 0x22]);
    expect(await start({ body: bytes })).toMatchObject({ status: 400, code: 'not-json' });
    expect(await start({ body: '[1]' })).toMatchObject({ status: 400, code: 'malformed' });
  });
  it('of another media type are 415', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await start({ body: '{}', headers })).toMatchObject({ status: 415 });
    expect(await problem('POST', '/processes', { body: 'x', headers })).toMatchObject({ status: 415 });
  });
  it('with keys nobody knows are 400 naming them', async () => {
    expect(await start({ body: { status: 'completed' } })).toMatchObject({ status: 400 });
    expect(await start({ body: { variables: {}, ownerId: 'me' } })).toMatchObject({ status: 400 });
  });
  it('nested 50,000 levels deep are 400', async () => {
    const body = `{"variables":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    expect(await start({ body })).toMatchObject({ status: 400, code: 'too-deep' });
  });
  it('with text no database can hold are 400 naming the place', async () => {
    for (const body of ['{"variables":{"a":"x\\u0000"}}', '{"variables":{"a":"\\ud800"}}'])
      expect(await start({ body })).toMatchObject({
        status: 400,
        code: 'not-text',
        errors: [{ path: 'variables.a' }],
      });
    expect(await start({ body: '{"variables":{"a\\u0000":1}}' })).toMatchObject({
      status: 400,
      code: 'not-text',
    });
  });
  it('with variables over 1 MB are 413, and nothing starts', async () => {
    const before = await db().instance.count();
    for (const size of [1_050_000, 1_150_000, 2_000_000])
      expect(await start({ body: { variables: { big: 'x'.repeat(size) } } })).toMatchObject({
        status: 413,
        code: 'too-large',
      });
    expect(await db().instance.count()).toBe(before);
  });
  it('that never end are 413 without being read', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const route = await import('@/app/api/v1/processes/route');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/xml' };
    const init = { method: 'POST', headers, body: endless, duplex: 'half' } as RequestInit;
    const answer = await route.POST(new Request('http://localhost/api/v1/processes', init), {
      params: Promise.resolve({}),
    });
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(3_000_000);
  });
  it('named __proto__ are variables like any other or refused, never a prototype', async () => {
    const body = '{"variables":{"__proto__":{"polluted":true}}}';
    expect([201, 400]).toContain(
      (await send('POST', `/processes/${processId}/instances`, { token, body })).status,
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('addresses', () => {
  it('of lists: nonsense cursors and limits are 400', async () => {
    for (const list of ['/processes', '/instances', '/tasks', '/tokens', '/people']) {
      for (const query of [
        'limit=0',
        'limit=201',
        'limit=many',
        'cursor=%20',
        `cursor=${'x'.repeat(300)}`,
        'cursor=eA%00',
      ])
        expect([list, query, (await problem('GET', `${list}?${query}`)).status]).toEqual([list, query, 400]);
      expect((await send('GET', `${list}?limit=200`, { token })).status).toBe(200);
    }
  });
  it('of lists page by page show everything once', async () => {
    for (let index = 0; index < 3; index++)
      await sendJson('POST', '/processes/blank', { token, body: { name: `Paged ${index}` } });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { body } = await sendJson('GET', `/processes?limit=1${query}`, { token });
      seen.push(...(body.items as { processId: string }[]).map((one) => one.processId));
      cursor = body.nextCursor as string | null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await db().process.count());
  });
  it('with ids nobody made are 404, with NUL 400, with unknown filters 400', async () => {
    for (const address of ['/processes/x', '/instances/x', '/instances/x/events', '/tasks/x', '/tasks/x:1'])
      expect(await problem('GET', address)).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problem('GET', '/instances/a%00b')).toMatchObject({ status: 400 });
    expect(await problem('GET', '/instances?status=lost')).toMatchObject({ status: 400 });
    expect(await problem('GET', '/instances?ownerId=me')).toMatchObject({ status: 400 });
    expect(await problem('POST', '/work/x/complete', { body: { lease: 'l' } })).toMatchObject({
      status: 404,
    });
  });
  it('with waits nobody can read are 400', async () => {
    const address = `/processes/${processId}/instances?wait=soon`;
    expect(await problem('POST', address, { body: {} })).toMatchObject({ status: 400, code: 'bad-wait' });
  });
});

describe('callers', () => {
  it('without or with an unknown, expired or revoked token are 401 and counted', async () => {
    const [expired, revoked] = [await tokenFor(['operator']), await tokenFor(['operator'])];
    const { hashToken } = await import('@/lib/auth/tokens');
    const past = new Date(Date.now() - 1000);
    await db().apiToken.update({ where: { hash: hashToken(expired) }, data: { expiresAt: past } });
    await db().apiToken.update({ where: { hash: hashToken(revoked) }, data: { revokedAt: past } });
    for (const bad of [undefined, 'cs_unknown', expired, revoked]) {
      const answer = await problem('GET', '/instances', { token: bad });
      expect(answer).toMatchObject({ status: 401, code: 'unauthenticated' });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    }
    await flushStrangers();
    const rows = await db().ledger.findMany({ where: { stream: 'auth' } });
    const counted = rows.flatMap((row) => JSON.parse(row.data!) as { count: number; useCases: string[] }[]);
    expect(counted.at(-1)).toMatchObject({
      count: expect.any(Number),
      useCases: expect.arrayContaining(['token']),
    });
  });
  it('with a broken cookie are strangers', async () => {
    const headers = { cookie: 'next-auth.session-token=%zz' };
    expect(await problem('GET', '/instances', { token: undefined, headers })).toMatchObject({ status: 401 });
  });
  it('whose page is foreign are 403 with the person’s cookie, and the refusal is an event', async () => {
    const post = (origin?: string) =>
      sendJson('POST', '/processes/blank', {
        body: { name: 'CSRF' },
        headers: { cookie, ...(origin === undefined ? {} : { origin }) },
      });
    const refusals = () => db().ledger.count({ where: { stream: { startsWith: 'refusal:' } } });
    const before = await refusals();
    const foreign = ['https://evil.example', 'null', 'garbage', 'http://localhost.evil.example', undefined];
    for (const origin of foreign)
      expect(await post(origin)).toMatchObject({ status: 403, body: { code: 'foreign-origin' } });
    expect(await refusals()).toBe(before + foreign.length);
    expect((await post('http://localhost')).status).toBe(201);
  });
  it('who change nothing need no origin', async () => {
    expect((await send('GET', '/instances', { headers: { cookie } })).status).toBe(200);
  });
});

describe('drafts', () => {
  it('saved on a stale revision are 409 with the current one, and stay as they were', async () => {
    const address = `/processes/${processId}/draft`;
    const before = await sendJson('GET', address, { token });
    const body = model(sequence([workStep('other', 'other')]));
    const headers = { 'content-type': 'application/xml', 'if-match': '"99"' };
    const refused = await sendJson('PUT', address, { token, body, headers });
    expect(refused).toMatchObject({ status: 409, body: { code: 'stale-revision', currentRevision: 1 } });
    expect((await sendJson('GET', address, { token })).body).toEqual(before.body);
    expect(
      await problem('PUT', address, { body, headers: { 'content-type': 'application/xml' } }),
    ).toMatchObject({
      status: 400,
      code: 'if-match-required',
    });
    const saved = await sendJson('PUT', address, { token, body, headers: { ...headers, 'if-match': '"1"' } });
    expect(saved).toMatchObject({ status: 200, body: { draftRevision: 2, problems: expect.any(Array) } });
    expect(saved.headers.get('etag')).toBe('"2"');
    const stale = { note: 'x', expectedRevision: 1 };
    expect(await problem('POST', `/processes/${processId}/publish`, { body: stale })).toMatchObject({
      status: 409,
      code: 'stale-revision',
    });
  });
});
