import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, sequence, userStep } from '@/lib/testing/models';
import { send, sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
const tokens: Record<string, string> = {};
let ids: { processId: string; instanceId: string; taskId: string };

/** A person's own token: what belongs to whom is decided by persons. */
async function person(id: string, roles: string[], groups: string[] = []): Promise<string> {
  await db().person.create({ data: { id, name: id, email: `${id}@example.org`, roles, groups } });
  const { token, hash } = makeToken();
  await db().apiToken.create({
    data: { id: `t-${id}`, hash, name: id, personId: id, roles, groups: ['*'], createdBy: id },
  });
  return token;
}

beforeAll(async () => {
  app = await startApp({ engine: false });
  tokens.owner = await person('owner', ['designer']);
  tokens.designer = await person('designer', ['designer']);
  tokens.operator = await person('operator', ['operator']);
  tokens.auditor = await person('auditor', ['auditor']);
  tokens.administrator = await person('administrator', ['administrator']);
  tokens.finance = await person('finance', ['reviewer'], ['finance']);
  tokens.other = await person('other', ['reviewer'], ['people']);
  const headers = { 'content-type': 'application/xml' };
  const body = model(sequence([userStep('check', 'finance')]));
  const { processId } = (await sendJson('POST', '/processes', { token: tokens.owner, body, headers }))
    .body as {
    processId: string;
  };
  await sendJson('POST', `/processes/${processId}/publish`, { token: tokens.owner, body: { note: 'One' } });
  const { instanceId } = (
    await sendJson('POST', `/processes/${processId}/instances`, { token: await tokenFor(['operator']) })
  ).body as { instanceId: string };
  const task = await db().task.findFirstOrThrow({ where: { instanceId } });
  ids = { processId, instanceId, taskId: task.id };
});
afterAll(() => app.stop());

type Who = 'owner' | 'designer' | 'operator' | 'auditor' | 'administrator' | 'finance' | 'other';
const WHO: readonly Who[] = ['owner', 'designer', 'operator', 'auditor', 'administrator', 'finance', 'other'];

/** What each may read, by somebody else's id; everybody else gets 403 for the role or 404 for the scope. */
type Read = readonly [string, (of: typeof ids) => string, Partial<Record<Who, number>>];
const READS: readonly Read[] = [
  ['a process', (of) => `/processes/${of.processId}`, { finance: 403, other: 403 }],
  ['a draft', (of) => `/processes/${of.processId}/draft`, { finance: 403, other: 403 }],
  ['versions', (of) => `/processes/${of.processId}/versions`, { finance: 403, other: 403 }],
  ...(['', '/events', '/state?at=1'] as const).map(
    (part) =>
      [
        `an instance${part}`,
        (of: typeof ids) => `/instances/${of.instanceId}${part}`,
        { designer: 404, administrator: 403, finance: 403, other: 403 },
      ] as const,
  ),
  ...(['', '/diagram'] as const).map(
    (part) =>
      [
        `a task${part}`,
        (of: typeof ids) => `/tasks/${of.taskId}${part}`,
        { owner: 403, designer: 403, operator: 403, administrator: 403, other: 404 },
      ] as const,
  ),
];

describe('an id of somebody else’s opens nothing:', () => {
  for (const [what, address, refused] of READS)
    for (const who of WHO)
      it(`${who} reading ${what}: ${refused[who] ?? 200}`, async () => {
        expect((await send('GET', address(ids), { token: tokens[who] })).status).toBe(refused[who] ?? 200);
      });

  it('the live stream is as closed as the instance', async () => {
    const gone = new AbortController();
    for (const [who, status] of [
      ['designer', 404],
      ['finance', 403],
      ['owner', 200],
    ] as const) {
      const address = `/instances/${ids.instanceId}/stream`;
      const answer = await send('GET', address, { token: tokens[who], signal: gone.signal });
      expect([who, answer.status]).toEqual([who, status]);
    }
    gone.abort();
  });

  it('lists show each only what is theirs', async () => {
    const instances = async (who: Who) =>
      (await sendJson('GET', '/instances', { token: tokens[who] })).body.items as unknown[];
    const tasks = async (who: Who) =>
      (await sendJson('GET', '/tasks', { token: tokens[who] })).body.items as unknown[];
    expect(await instances('owner')).toHaveLength(1);
    expect(await instances('designer')).toHaveLength(0);
    expect(await tasks('finance')).toHaveLength(1);
    expect(await tasks('other')).toHaveLength(0);
    expect(await tasks('auditor')).toHaveLength(1);
  });

  it('nobody outside the group decides, claims, comments or delegates, and each attempt is an event', async () => {
    const refusals = () => db().ledger.count({ where: { stream: { startsWith: 'refusal:' } } });
    for (const [path, body] of [
      ['claim', {}],
      ['release', {}],
      ['comments', { text: 'x' }],
      ['delegate', { to: 'other' }],
      ['complete', {}],
    ] as const) {
      const before = await refusals();
      const address = `/tasks/${ids.taskId}/${path}`;
      expect((await send('POST', address, { token: tokens.other, body })).status).toBe(404);
      expect(await refusals()).toBe(before + 1);
      expect((await send('POST', address, { token: tokens.auditor, body })).status).toBe(403);
    }
    expect(await db().task.findUnique({ where: { id: ids.taskId } })).toMatchObject({
      state: 'open',
      assignee: null,
    });
  });
});

describe('reading changes nothing', () => {
  it('whatever is read, ten times over: a scanner that follows links decides nothing', async () => {
    const everything = await tokenFor(['administrator', 'designer', 'operator', 'reviewer', 'auditor']);
    const facts = async () => ({
      ledger: await db().ledger.count(),
      instances: await db().instance.findMany(),
      tasks: await db().task.findMany(),
      models: await db().model.findMany(),
      links: await db().oneTimeLink.findMany(),
    });
    const before = await facts();
    const addresses = [
      ...READS.map(([, address]) => address(ids)),
      '/tasks',
      '/instances',
      '/people',
      '/tokens',
      '/audit',
    ];
    for (const address of addresses)
      for (let time = 0; time < 10; time++)
        expect((await send('GET', address, { token: everything })).status).toBe(200);
    expect(await facts()).toEqual(before);
  });
});
