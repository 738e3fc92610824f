import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/engine/core/json';
import { json, type LocalServer, localServer } from '@/lib/outbound/testing';
import { putSecret } from '@/lib/settings/secrets';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import type { HttpCallConfig } from './config';
import { callHttp } from './worker';

const CANARY = 'canary-9f31/secret+value';
const admin = someone('admin', ['administrator']);

let app: TestApp;
let server: LocalServer;
let answer: { status: number; body: unknown; headers?: Record<string, string> } | 'never';

beforeAll(async () => {
  app = await startApp({ engine: false });
  process.env.COUNTERSIGN_ALLOWED_ADDRESSES = '127.0.0.1';
  await putSecret(call(admin), { name: 'ERP_TOKEN', value: CANARY, hosts: ['127.0.0.1'] });
  await putSecret(call(admin), { name: 'OTHER', value: 'canary-other-1', hosts: ['api.example.com'] });
});
afterAll(() => app.stop());
beforeEach(async () => {
  answer = { status: 200, body: { ok: true } };
  server = await localServer((request, response) => {
    if (answer === 'never') return;
    if (request.path === '/echo') return json(response, 200, request.headers);
    for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
    json(response, answer.status, answer.body);
  });
});
afterEach(() => server.stop());

interface Request {
  path?: string;
  method?: HttpCallConfig['method'];
  headers?: { name: string; value: string; data?: true }[];
  body?: Json;
  secret?: string;
  timeoutMs?: number;
}

/** Sends as the worker does; `data` marks a header whose value a process computed. */
async function send({
  path = '/',
  method = 'POST',
  headers = [],
  body,
  secret,
  timeoutMs = 20_000,
}: Request) {
  const config: HttpCallConfig = {
    method,
    url: { mode: 'static', source: '', value: '' },
    headers: headers.map(({ name, value, data }) => ({
      name,
      value: data ? { mode: 'unbounded', source: 'x' } : { mode: 'static', source: value, value },
    })),
    ...(secret ? { secret } : {}),
    timeoutMs,
    retries: 3,
    resultVariable: 'response',
  };
  const payload = {
    method,
    url: `${server.url}${path}`,
    headers: headers.map(({ name, value }) => ({ name, value })),
    ...(body === undefined ? {} : { body }),
  };
  const outcome = await callHttp(config, payload, {
    signal: new AbortController().signal,
    idempotencyKey: 'instance-1:7',
  });
  expect(JSON.stringify(outcome)).not.toMatch(/canary|Y2FuYXJ5/);
  return outcome;
}

describe('an HTTP step', () => {
  it('sends JSON with its idempotency key and keeps status, headers and body', async () => {
    const outcome = await send({ body: { id: 1 } });
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      body: '{"id":1}',
      headers: { 'idempotency-key': 'instance-1:7', 'content-type': 'application/json' },
    });
    expect(outcome).toMatchObject({
      type: 'complete',
      variables: {
        response: { status: 200, headers: { 'content-type': 'application/json' }, body: { ok: true } },
      },
      report: { method: 'POST', status: 200 },
    });
  });

  it('sends text as it is, and nothing with GET', async () => {
    await send({
      body: 'a=1',
      headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
    });
    expect(server.seen[0]).toMatchObject({
      body: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    await send({ method: 'GET', body: 'a=1' });
    expect(server.seen[1]).toMatchObject({ method: 'GET', body: '' });
  });

  it.each([
    [500, true],
    [503, true],
    [429, true],
    [408, true],
    [400, false],
    [404, false],
    [409, false],
  ])('that is answered %i may be retried: %s', async (status, retryable) => {
    answer = { status, body: { error: 'no' }, headers: { 'retry-after': '3' } };
    expect(await send({})).toMatchObject({
      type: 'fail',
      retryable,
      retryAfterMs: 3000,
      error: `The receiver answered ${status}: {"error":"no"}`,
      report: { status },
    });
  });

  it('that gets no answer may be retried', async () => {
    answer = 'never';
    expect(await send({ timeoutMs: 30 })).toMatchObject({
      type: 'fail',
      retryable: true,
      report: { code: 'timeout' },
    });
  });

  it('that is told to go inside is refused for good', async () => {
    answer = { status: 302, body: '', headers: { location: 'http://169.254.169.254/latest/meta-data' } };
    expect(await send({ method: 'GET' })).toMatchObject({
      type: 'fail',
      retryable: false,
      report: { code: 'blocked-address' },
    });
  });

  it('sets no header that changes whom it speaks to', async () => {
    expect(await send({ headers: [{ name: 'Host', value: 'x' }] })).toMatchObject({
      type: 'fail',
      retryable: false,
    });
    expect(server.seen).toHaveLength(0);
  });
});

describe('secrets of an HTTP step', () => {
  it('are sent as a bearer token, and what the receiver echoes of them is removed', async () => {
    const outcome = await send({ path: '/echo', secret: 'ERP_TOKEN' });
    expect(server.seen[0]!.headers.authorization).toBe(`Bearer ${CANARY}`);
    expect(outcome).toMatchObject({
      variables: { response: { body: { authorization: 'Bearer •••' } } },
      report: { secret: 'ERP_TOKEN' },
    });
  });

  it('are put where a header of the process names them', async () => {
    await send({ secret: 'ERP_TOKEN', headers: [{ name: 'X-Api-Key', value: 'key {{secret.ERP_TOKEN}}' }] });
    expect(server.seen[0]!.headers).toMatchObject({ 'x-api-key': `key ${CANARY}` });
    expect(server.seen[0]!.headers).not.toHaveProperty('authorization');
  });

  it('are not put where data names them', async () => {
    await send({ headers: [{ name: 'X-Note', value: '{{secret.ERP_TOKEN}}', data: true }] });
    expect(server.seen[0]!.headers['x-note']).toBe('{{secret.ERP_TOKEN}}');
  });

  it.each([
    ['OTHER', 'foreign-host'],
    ['NOBODY', 'unknown-secret'],
  ])('%s is refused: %s', async (secret, code) => {
    expect(await send({ secret })).toMatchObject({ type: 'fail', retryable: false, report: { code } });
    expect(server.seen).toHaveLength(0);
  });

  it('stay out of errors', async () => {
    answer = { status: 400, body: { error: `bad token ${CANARY}` } };
    expect(await send({ secret: 'ERP_TOKEN' })).toMatchObject({
      error: 'The receiver answered 400: {"error":"bad token •••"}',
    });
  });
});
