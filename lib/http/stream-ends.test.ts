import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeSession } from '@/lib/auth/session';
import { db } from '@/lib/db/client';
import { getRuntime } from '@/lib/runtime';
import { updatePerson } from '@/lib/settings/people';
import { revokeToken } from '@/lib/settings/tokens';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep } from '@/lib/testing/models';
import { routeFiles, type Sent, send, sendJson, tokenFor } from '@/lib/testing/routes';

const ROLES = ['designer', 'operator'];
const origin = { host: 'localhost', origin: 'http://localhost' };
const admin = someone('root', ['administrator']);

let app: TestApp;
let [processId, instanceId] = ['', ''];
beforeAll(async () => {
  // A whole minute, in pieces of seconds: the run is under way when its caller isn't let in any more.
  process.env.COUNTERSIGN_SIMULATED_DELAY_MS = '60000';
  app = await startApp();
  const token = await tokenFor(ROLES);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([userStep('check')]));
  const made = await sendJson('POST', '/processes', { token, body, headers });
  processId = String(made.body.processId);
  await sendJson('POST', `/processes/${processId}/publish`, { token, body: { note: 'One' } });
  const started = await sendJson('POST', `/processes/${processId}/instances`, { token });
  instanceId = String(started.body.instanceId);
});
afterAll(() => app.stop());

/** Every stream of the API, by the file of its route; none of these would end by itself within a minute. */
const STREAMS: Record<string, (as: Sent) => Promise<Response>> = {
  'app/api/v1/processes/[processId]/presence/route.ts': (as) =>
    send('GET', `/processes/${processId}/presence`, as),
  'app/api/v1/instances/[instanceId]/stream/route.ts': (as) =>
    send('GET', `/instances/${instanceId}/stream`, as),
  'app/api/v1/ai/test-run/route.ts': (as) => {
    const body = {
      userPrompt: 'Read: total 12.50 EUR',
      outputSchema: '{"type":"object","properties":{"amount":{"type":"number"}}}',
      timeout: 'PT2M',
    };
    const headers = { ...as.headers, accept: 'text/event-stream' };
    return send('POST', '/ai/test-run', { ...as, headers, body });
  },
};

const ROOT = path.resolve(import.meta.dirname, '../..');
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }))
    if (/\.ts$/.test(entry) && !entry.includes('.test.'))
      yield `${folder}/${entry.split(path.sep).join('/')}`;
}
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

describe('every stream', () => {
  it('is known here, and made in the one place that ends it', async () => {
    const routes = routeFiles().map(({ file }) => file);
    expect(routes.filter((file) => /\b(watching|progressStream)\(/.test(read(file))).sort()).toEqual(
      Object.keys(STREAMS).sort(),
    );
    const makers = [...sources('lib'), ...sources('app')].filter((file) =>
      /'content-type': 'text\/event-stream/.test(read(file)),
    );
    expect(makers).toEqual(['lib/http/event-stream.ts']);
  });
});

const personWithSession = async (id: string): Promise<Sent> => {
  const person = await db().person.create({
    data: { id, name: id, email: `${id}@example.org`, roles: ROLES, groups: [] },
  });
  return { headers: { ...origin, cookie: `next-auth.session-token=${await makeSession(person)}` } };
};

async function restOf(reader: ReadableStreamDefaultReader<string>): Promise<string> {
  let text = '';
  for (let next = await reader.read(); !next.done; next = await reader.read()) text += next.value;
  return text;
}

/** Opens every stream, reads the beginning of each, does something, and waits for the end of each. */
async function openUntil(as: Sent, end: () => Promise<unknown>): Promise<void> {
  const readers = await Promise.all(
    Object.values(STREAMS).map(async (open) => {
      const response = await open(as);
      expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader.read()).done).toBe(false);
      return reader;
    }),
  );
  await end();
  for (const rest of await Promise.all(readers.map(restOf))) expect(rest).not.toContain('event: answer');
}

describe('a stream ends within seconds', () => {
  it.concurrent('of its reader being disabled, and nobody is left on the draft', async () => {
    const as = await personWithSession('dora');
    await openUntil(as, () => db().person.update({ where: { id: 'dora' }, data: { disabled: true } }));
    await vi.waitFor(() => expect(getRuntime().presence.hub.inUse).toBe(false), {
      timeout: 20_000,
    });
  });

  it.concurrent('of their permission being withdrawn', async () => {
    const as = await personWithSession('paul');
    await openUntil(as, () => updatePerson(call(admin), { personId: 'paul', roles: ['reviewer'] }));
  });

  it.concurrent('of the token being revoked', async () => {
    const token = await tokenFor(ROLES);
    const { id } = await db().apiToken.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    await openUntil({ token }, () => revokeToken(call(admin), { tokenId: id }));
  });
});

describe('a reader who may see less than before', () => {
  it('loses the stream of an instance that isn’t theirs any more, and it is on the record', async () => {
    const as = await personWithSession('olga');
    const response = await STREAMS['app/api/v1/instances/[instanceId]/stream/route.ts']!(as);
    const reader = response.body!.getReader();
    await reader.read();
    // The session goes on: only the look at the instance itself can refuse.
    await db().person.update({ where: { id: 'olga' }, data: { roles: ['designer'] } });
    while (!(await reader.read()).done);
    const refusals = await db().ledger.findMany({ where: { stream: { startsWith: 'refusal:' } } });
    expect(refusals.filter(({ data }) => data?.includes('instances.watch'))).toHaveLength(1);
  });
});
