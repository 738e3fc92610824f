import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '@/lib/auth/tokens';
import { db } from '@/lib/db/client';
import type { ProcessDocument } from '@/lib/document';
import { call, someone, startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { countWaitingRequests } from './waiting-requests';

let app: TestApp;
const tokens: Record<string, string> = {};

async function person(id: string, roles: string[]): Promise<void> {
  await db().person.create({ data: { id, name: id, email: `${id}@example.org`, roles, groups: [] } });
  const { token, hash } = makeToken();
  await db().apiToken.create({
    data: { id: `t-${id}`, hash, name: id, personId: id, roles, groups: ['*'], createdBy: id },
  });
  tokens[id] = token;
}

beforeAll(async () => {
  app = await startApp({ engine: false });
  await person('ada', ['designer']);
  await person('ben', ['designer']);
  await person('root', ['administrator']);
  await person('root-too', ['administrator']);
  tokens.service = await tokenFor(['designer']);
});
afterAll(() => app.stop());

const xml = (value: string) => model(sequence([scriptStep('sum', value)]), { id: `p${keys}` });
const XML = { 'content-type': 'application/xml' };
let keys = 0;

const as = (who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  sendJson(method, path, { token: tokens[who], body, headers });

/** A process with version 1 whose policy asks for a second person, and a changed draft. */
async function guarded(): Promise<string> {
  keys += 1;
  const { body } = await as('ada', 'POST', '/processes', xml('1'), XML);
  const at = `/processes/${body.processId}`;
  expect((await as('ada', 'POST', `${at}/publish`, { note: 'First version' })).status).toBe(201);
  const policy = { secondPerson: true, reason: 'It moves money' };
  expect((await as('root', 'PUT', `${at}/publish-policy`, policy)).body).toEqual({
    secondPerson: true,
    requestId: null,
  });
  await saveDraft(at, '2');
  return at;
}

async function saveDraft(at: string, value: string): Promise<void> {
  const { draftRevision } = (await as('ada', 'GET', `${at}/draft`)).body;
  const headers = { ...XML, 'if-match': `"${draftRevision}"` };
  expect((await as('ada', 'PUT', `${at}/draft`, xml(value), headers)).status).toBe(200);
}

async function asked(at: string): Promise<string> {
  const { status, body } = await as('ada', 'POST', `${at}/publish`, { note: 'Two instead of one' });
  expect([status, body.version]).toEqual([202, null]);
  return `${at}/publish-requests/${body.requestId}`;
}

const events = async (at: string) => {
  const { body } = await as('ada', 'GET', at);
  const rows = await db().ledger.findMany({
    where: { stream: `process:${body.modelId}` },
    orderBy: { firstSeq: 'asc' },
  });
  return rows.flatMap((row) => {
    const { actor, events } = JSON.parse(row.canon) as { actor: { id: string }; events: { type: string }[] };
    const data = JSON.parse(row.data ?? '[]') as Record<string, unknown>[];
    return events.map(({ type }, index) => ({ type, by: actor.id, data: data[index] }));
  });
};

describe('the list of what waits', () => {
  const names = ({ items }: Record<string, unknown>) =>
    (items as { requestId: string }[]).map((each) => each.requestId);

  it('goes page by page to who may decide it, with how much would change', async () => {
    const [first, second] = [await asked(await guarded()), await asked(await guarded())];
    const ids = [first, second].map((request) => request.split('/').at(-1));
    const { body: one } = await as('ben', 'GET', '/publish-requests?limit=1');
    expect(names(one)).toEqual([ids[0]]);
    const { body: rest } = await as('ben', 'GET', `/publish-requests?limit=1&cursor=${one.nextCursor}`);
    expect([names(rest), rest.nextCursor]).toEqual([[ids[1]], null]);
    expect(names((await as('ada', 'GET', '/publish-requests?by=me')).body)).toEqual(ids);
    // An administrator who isn't a designer publishes nothing, so isn't asked either.
    expect(names((await as('root', 'GET', '/publish-requests')).body)).toEqual([]);
    const reviewer = await tokenFor(['reviewer']);
    expect((await sendJson('GET', '/publish-requests', { token: reviewer })).status).toBe(403);
    const counted = (who: string, role: string) => countWaitingRequests(call(someone(who, [role])), {});
    expect([await counted('ben', 'designer'), await counted('ada', 'designer')]).toEqual([2, 0]);
    expect(await counted('root', 'administrator')).toBe(0);
    for (const request of [first, second]) await as('ada', 'POST', `${request}/withdraw`, {});
    expect(names((await as('ben', 'GET', '/publish-requests')).body)).toEqual([]);
  });
});

describe('publishing that needs a second person', () => {
  it('freezes the draft as a request with its note and its difference, and publishes nothing', async () => {
    const at = await guarded();
    const { body } = await as('ben', 'GET', await asked(at));
    expect(body).toMatchObject({
      state: 'pending',
      note: 'Two instead of one',
      baseVersion: 1,
      requestedByName: 'ada',
      diff: { added: [], removed: [], changed: [{ id: 'sum' }] },
    });
    const { body: versions } = await as('ben', 'GET', `${at}/versions`);
    expect((versions.items as unknown[]).length).toBe(1);
    const { body: waiting } = await as('ben', 'GET', '/publish-requests');
    expect((waiting.items as { requestId: string }[]).map((each) => each.requestId)).toContain(
      body.requestId,
    );
    const { body: own } = await as('ada', 'GET', '/publish-requests');
    expect(own.items).toEqual([]);
    const { body: mine } = await as('ada', 'GET', '/publish-requests?by=me');
    expect(mine.items).toMatchObject([
      {
        requestId: body.requestId,
        processName: expect.any(String),
        requestedByName: 'ada',
        changes: { added: 0, removed: 0, changed: 1 },
      },
    ]);
    expect((mine.items as object[])[0]).not.toHaveProperty('document');
    await as('ada', 'POST', `${at}/publish-requests/${body.requestId}/withdraw`, {});
  });

  it('publishes exactly what was frozen, whatever was drawn since, with both people on record', async () => {
    const at = await guarded();
    const request = await asked(at);
    const { body: frozen } = await as('ben', 'GET', request);
    await saveDraft(at, '3');
    const { status, body } = await as('ben', 'POST', `${request}/approve`, { comment: 'Looked at it' });
    const { problems } = frozen;
    expect(problems).not.toEqual([]);
    expect([status, body]).toEqual([
      200,
      { requestId: frozen.requestId, state: 'approved', version: 2, problems },
    ]);

    const { body: version } = await as('ben', 'GET', `${at}/versions/2`);
    expect(version).toMatchObject({
      checksum: frozen.checksum,
      note: 'Two instead of one',
      publishedBy: 'ada',
      approvedBy: 'ben',
    });
    expect(version.document).toEqual(frozen.document);
    const { body: draft } = await as('ada', 'GET', `${at}/draft`);
    expect(JSON.stringify((draft.document as ProcessDocument).elements.sum)).toContain('"=3"');

    const told = await events(at);
    expect(told.find(({ type }) => type === 'publication.requested')).toMatchObject({ by: 'ada' });
    expect(told.filter(({ type }) => type === 'version.published').at(-1)).toMatchObject({
      by: 'ben',
      data: { version: 2, checksum: frozen.checksum, requestedBy: 'ada', approvedBy: 'ben' },
    });
    expect(told.at(-1)).toMatchObject({ type: 'publication.approved', by: 'ben' });
  });

  it('never by who asked, by a service, or by who may not publish: 403, and nothing changes', async () => {
    const request = await asked(await guarded());
    for (const [who, code] of [
      ['ada', 'own-request'],
      ['service', 'not-a-person'],
      ['root', 'not-a-publisher'],
    ] as const)
      for (const verb of ['approve', 'reject']) {
        const { status, body } = await as(who, 'POST', `${request}/${verb}`, { comment: 'Me' });
        expect([who, status, body.code]).toEqual([who, 403, code]);
      }
    expect((await as('ben', 'POST', `${request}/withdraw`, {})).body.code).toBe('not-your-request');
    expect((await as('ben', 'GET', request)).body.state).toBe('pending');
  });

  it('is rejected with a comment, and decided once', async () => {
    const at = await guarded();
    const request = await asked(at);
    expect((await as('ben', 'POST', `${request}/reject`, {})).status).toBe(400);
    expect((await as('ben', 'POST', `${request}/reject`, { comment: 'Too risky' })).body.state).toBe(
      'rejected',
    );
    expect((await as('ben', 'GET', request)).body).toMatchObject({
      comment: 'Too risky',
      decidedByName: 'ben',
    });
    const again = await as('ben', 'POST', `${request}/approve`, {});
    expect([again.status, again.body.code]).toEqual([409, 'request-decided']);
    expect((await as('ben', 'GET', `${at}/versions`)).body.items).toHaveLength(1);
  });

  it('one request at a time; withdrawn, the next one may come', async () => {
    const at = await guarded();
    const request = await asked(at);
    const second = await as('ben', 'POST', `${at}/publish`, { note: 'Me too' });
    expect([second.status, second.body.code]).toEqual([409, 'request-pending']);
    expect((await as('ada', 'POST', `${request}/withdraw`, {})).body.state).toBe('withdrawn');
    await asked(at);
  });

  it('two people who approve at once: one version', async () => {
    await person('cy', ['designer']);
    const at = await guarded();
    const request = await asked(at);
    const answers = await Promise.all(
      ['ben', 'cy'].map((who) => as(who, 'POST', `${request}/approve`, {}).then(({ status }) => status)),
    );
    expect(answers.sort()).toEqual([200, 409]);
    expect((await as('ben', 'GET', `${at}/versions`)).body.items).toHaveLength(2);
  });

  it('what was compared with a version that is no longer the newest is refused', async () => {
    const at = await guarded();
    const request = await asked(at);
    const off = await as('root', 'PUT', `${at}/publish-policy`, { secondPerson: false, reason: 'Slow' });
    await as('ben', 'POST', `${at}/publish-requests/${off.body.requestId}/approve`, {});
    await saveDraft(at, '4');
    expect((await as('ben', 'POST', `${at}/publish`, { note: 'Meanwhile' })).status).toBe(201);
    const late = await as('ben', 'POST', `${request}/approve`, {});
    expect([late.status, late.body.code]).toEqual([409, 'base-moved']);
  });
});

describe('the policy itself', () => {
  it('is for administrators, and audited', async () => {
    const at = await guarded();
    const change = { secondPerson: false, reason: 'In a hurry' };
    expect((await as('ada', 'PUT', `${at}/publish-policy`, change)).status).toBe(403);
    expect((await events(at)).find(({ type }) => type === 'policy.changed')).toMatchObject({
      by: 'root',
      data: { secondPerson: true, reason: 'It moves money' },
    });
  });

  it('is switched off by two people', async () => {
    const at = await guarded();
    const off = { secondPerson: false, reason: 'Only a test' };
    const { body } = await as('root', 'PUT', `${at}/publish-policy`, off);
    expect(body).toEqual({ secondPerson: true, requestId: expect.any(String) });
    expect((await as('root', 'PUT', `${at}/publish-policy`, off)).body.code).toBe('request-pending');
    const request = `${at}/publish-requests/${body.requestId}`;
    expect((await as('root', 'POST', `${request}/approve`, {})).body.code).toBe('own-request');
    expect((await as('ada', 'GET', at)).body.secondPerson).toBe(true);
    expect((await as('root-too', 'POST', `${request}/approve`, {})).status).toBe(200);
    expect((await as('ada', 'GET', at)).body.secondPerson).toBe(false);
    expect((await events(at)).filter(({ type }) => type === 'policy.changed').at(-1)).toMatchObject({
      by: 'root-too',
      data: { secondPerson: false, reason: 'Only a test' },
    });
    expect((await as('ada', 'POST', `${at}/publish`, { note: 'Alone' })).status).toBe(201);
  });
});

describe('the database refuses', () => {
  const DENIED = /kept|decided once/;
  it('other content in a request, a second decision, its removal', async () => {
    const at = await guarded();
    const request = await asked(at);
    const id = request.split('/').at(-1)!;
    const change = (data: object) => db().publishRequest.update({ where: { id }, data });
    await expect(change({ note: 'Another' })).rejects.toThrow(DENIED);
    await expect(change({ document: {} })).rejects.toThrow(DENIED);
    await expect(db().publishRequest.delete({ where: { id } })).rejects.toThrow(DENIED);
    await expect(change({ state: 'approved', decidedBy: 'ada' })).rejects.toThrow(/two_people/);
    await as('ada', 'POST', `${request}/withdraw`, {});
    await expect(change({ state: 'pending' })).rejects.toThrow(DENIED);
  });

  it('a version whose second person is the first', async () => {
    const at = await guarded();
    const { body } = await as('ada', 'GET', at);
    const data = {
      id: 'own',
      modelId: String(body.modelId),
      number: 9,
      document: {},
      checksum: '',
      note: '',
    };
    await expect(
      db().processVersion.create({ data: { ...data, publishedBy: 'ada', approvedBy: 'ada' } }),
    ).rejects.toThrow(/two_people/);
  });
});
