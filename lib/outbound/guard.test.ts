import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { NOTHING, parseAllowList } from './allow-list';
import { createOutboundClient, outbound, outboundTo } from './client';
import type { ResolvedAddress } from './connector';
import { OutboundError } from './errors';
import { FORBIDDEN_URLS } from './forbidden-urls';
import { json, type LocalServer, localServer } from './testing';

const PUBLIC: ResolvedAddress = { address: '93.184.215.14', family: 4 };
const NAMES: Record<string, ResolvedAddress[]> = {
  localhost: [{ address: '127.0.0.1', family: 4 }],
  'sub.localhost': [{ address: '::1', family: 6 }],
  'loopback.test': [{ address: '127.0.0.1', family: 4 }],
  'mapped.test': [{ address: '::ffff:127.0.0.1', family: 6 }],
  'metadata.test': [{ address: '169.254.169.254', family: 4 }],
  'mixed.test': [PUBLIC, { address: '127.0.0.1', family: 4 }],
};
const resolve = (host: string) =>
  NAMES[host] ? Promise.resolve(NAMES[host]) : Promise.reject(new Error(`no ${host}`));

let local: LocalServer;
let connect: ReturnType<typeof vi.spyOn>;

beforeAll(async () => {
  local = await localServer(({ path }, response) => {
    const target = new URL(path, 'http://x').searchParams.get('to');
    if (target) response.writeHead(302, { location: target }).end();
    else if (path === '/loop') response.writeHead(307, { location: '/loop' }).end();
    else if (path === '/large') response.end('x'.repeat(3000));
    else if (path !== '/never') json(response, 200, { ok: true });
  });
});
afterAll(() => local.stop());
afterEach(() => {
  connect?.mockRestore();
  vi.unstubAllEnvs();
});

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OutboundError)) throw new Error(`not refused: ${String(error)}`);
  return error.code;
};

describe('the address guard', () => {
  it('has at least sixty ways to be deceived', () =>
    expect(FORBIDDEN_URLS.length).toBeGreaterThanOrEqual(60));

  it.each(FORBIDDEN_URLS)('opens no connection for %s', async (text) => {
    connect = vi.spyOn(Socket.prototype, 'connect');
    const client = createOutboundClient({ allowed: NOTHING, resolve });
    const before = local.connections;
    const code = await codeOf(client.fetch(text.replace('PORT', String(local.port))));
    expect(['blocked-address', 'bad-address']).toContain(code);
    expect(connect).not.toHaveBeenCalled();
    expect(local.connections).toBe(before);
    await client.close();
  });

  it('connects to the address it checked when the name changes its mind (DNS rebinding)', async () => {
    connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket) {
      queueMicrotask(() => this.destroy(new Error('no network here')));
      return this;
    });
    const answers = [[PUBLIC], [{ address: '127.0.0.1', family: 4 }]];
    const asked = vi.fn(async () => answers.shift() ?? []);
    const client = createOutboundClient({ allowed: NOTHING, resolve: asked });
    expect(await codeOf(client.fetch('http://rebinding.test/'))).toBe('unreachable');
    expect(asked).toHaveBeenCalledTimes(1);
    const [options] = connect.mock.calls[0]![0] as [{ lookup: Lookup }];
    expect(await lookedUp(options.lookup)).toEqual([PUBLIC]);
    expect(await codeOf(client.fetch('http://rebinding.test/'))).toBe('blocked-address');
    expect(connect).toHaveBeenCalledTimes(1);
    await client.close();
  });

  it('checks where a redirect leads', async () => {
    const client = createOutboundClient({ allowed: parseAllowList('127.0.0.1'), resolve });
    for (const to of [
      'http://169.254.169.254/latest',
      'http://10.0.0.1/',
      'http://[::1]/',
      'http://metadata.test/',
    ])
      expect(await codeOf(client.fetch(`${local.url}/?to=${encodeURIComponent(to)}`))).toBe(
        'blocked-address',
      );
    expect(await codeOf(client.fetch(`${local.url}/?to=file:///etc/passwd`))).toBe('bad-address');
    await client.close();
  });

  it('uses no proxy of the environment', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) vi.stubEnv(name, local.url);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const before = local.connections;
    const client = createOutboundClient({ allowed: NOTHING, resolve });
    expect(await codeOf(client.fetch('http://loopback.test/'))).toBe('blocked-address');
    expect(local.connections).toBe(before);
    await client.close();
  });
});

type Lookup = (host: string, options: object, done: (error: null, found: ResolvedAddress[]) => void) => void;
const lookedUp = (lookup: Lookup) =>
  new Promise((resolveLookup) => lookup('x', { all: true }, (_error, found) => resolveLookup(found)));

describe('exceptions', () => {
  const body = async (answer: Promise<Response>) => (await answer).json();

  it.each(['127.0.0.1', '127.0.0.0/8', 'localhost', 'LOCALHOST', '10.0.0.1, 127.0.0.1 other.test'])(
    'reaches what COUNTERSIGN_ALLOWED_ADDRESSES=%s names',
    async (list) => {
      const client = createOutboundClient({ allowed: parseAllowList(list), resolve });
      const host = list.toLowerCase() === 'localhost' ? 'localhost' : '127.0.0.1';
      expect(await body(client.fetch(`http://${host}:${local.port}/`))).toEqual({ ok: true });
      await client.close();
    },
  );

  it('names one port when it says one', async () => {
    const client = createOutboundClient({ allowed: parseAllowList(`localhost:${local.port + 1}`), resolve });
    expect(await codeOf(client.fetch(`http://localhost:${local.port}/`))).toBe('blocked-address');
    await client.close();
  });

  it('never opens link-local addresses to a host name', async () => {
    const client = createOutboundClient({ allowed: parseAllowList('metadata.test'), resolve });
    expect(await codeOf(client.fetch('http://metadata.test/'))).toBe('blocked-address');
    await client.close();
  });

  it("opens an administrator's address to its own client only", async () => {
    vi.stubEnv('COUNTERSIGN_ALLOWED_ADDRESSES', '');
    expect(await body(outboundTo(`${local.url}/v1`).fetch(`${local.url}/v1/x`))).toEqual({ ok: true });
    expect(await codeOf(outbound().fetch(`${local.url}/v1/x`))).toBe('blocked-address');
    expect(await codeOf(outboundTo(`${local.url}/v1`).fetch(`http://127.0.0.1:${local.port + 1}/`))).toBe(
      'blocked-address',
    );
  });
});

describe('limits', () => {
  const client = createOutboundClient({ allowed: parseAllowList('127.0.0.1'), resolve });
  afterAll(() => client.close());

  it('reads no more than it was told', async () => {
    const answer = await client.fetch(`${local.url}/large`, { maxBytes: 1000 });
    expect(await codeOf(answer.text())).toBe('answer-too-large');
  });

  it('gives up on an answer that does not come', async () => {
    expect(await codeOf(client.fetch(`${local.url}/never`, { timeoutMs: 20 }))).toBe('timeout');
  });

  it('stops when it is told to', async () => {
    expect(await codeOf(client.fetch(`${local.url}/never`, { signal: AbortSignal.abort() }))).toBe('aborted');
  });

  it('follows five redirects and no more', async () => {
    expect(await codeOf(client.fetch(`${local.url}/loop`))).toBe('too-many-redirects');
    // Counted by path: a request that was given up above may arrive only now.
    expect(local.seen.filter(({ path }) => path === '/loop')).toHaveLength(6);
  });

  it('says that nobody listens', async () => {
    const gone = await localServer(() => undefined);
    await gone.stop();
    expect(await codeOf(client.fetch(gone.url))).toBe('unreachable');
  });
});

describe('redirects', () => {
  it('take credentials to the same origin only, and turn a POST into a GET', async () => {
    const other = await localServer((_request, response) => json(response, 200, {}));
    const client = createOutboundClient({ allowed: parseAllowList('127.0.0.1'), resolve });
    const headers = {
      authorization: 'Bearer s3cret',
      'x-api-key': 's3cret',
      cookie: 'a=b',
      accept: 'text/plain',
    };
    const post = { method: 'POST', body: '{}', headers };
    await client.fetch(`${local.url}/?to=${encodeURIComponent(`${other.url}/there`)}`, post);
    expect(other.seen[0]).toMatchObject({ method: 'GET', path: '/there', body: '' });
    expect(JSON.stringify(other.seen[0]!.headers)).not.toContain('s3cret');
    expect(other.seen[0]!.headers).not.toHaveProperty('cookie');
    await client.fetch(`${local.url}/?to=/here`, post);
    expect(local.seen.at(-1)).toMatchObject({ path: '/here', headers: { authorization: 'Bearer s3cret' } });
    await client.close();
    await other.stop();
  });
});
