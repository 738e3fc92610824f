import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/lib/testing/app';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
let base: string;
beforeAll(async () => {
  app = await startApp({ engine: false });
  token = await tokenFor(['designer']);
  const made = await sendJson('POST', '/processes/blank', { token, body: { name: 'Tested' } });
  base = `/processes/${(made.body as { processId: string }).processId}`;
});
afterAll(() => app.stop());

const put = (id: string, body: unknown, by = token) =>
  sendJson('PUT', `${base}/scenarios/${id}`, { token: by, body });
const list = async () =>
  (await sendJson<{ items: object[] }>('GET', `${base}/scenarios`, { token })).body.items;

describe('scenarios of a process', () => {
  it('are stored, replaced, listed by name and deleted; the draft stays at its revision', async () => {
    const draft = async () => (await sendJson('GET', `${base}/draft`, { token })).body.draftRevision;
    const before = await draft();
    expect(await put('b', { scenario: 'B' })).toMatchObject({
      status: 200,
      body: { scenarioId: 'b', content: { scenario: 'B', steps: [], expect: {} } },
    });
    await put('a', { scenario: 'A', steps: [{ wait: 'PT1H' }] });
    await put('b', { scenario: 'B2', expect: { status: 'failed' } });
    expect(await list()).toMatchObject([
      { scenarioId: 'a', content: { steps: [{ wait: 'PT1H' }] } },
      { scenarioId: 'b', content: { scenario: 'B2', expect: { status: 'failed' } } },
    ]);
    expect((await sendJson('DELETE', `${base}/scenarios/a`, { token })).status).toBe(200);
    expect((await sendJson('DELETE', `${base}/scenarios/a`, { token })).status).toBe(404);
    expect(await list()).toHaveLength(1);
    expect(await draft()).toBe(before);
  });

  it.each([
    ['an address that is no name', 'A B', { scenario: 'x' }],
    ['a step that says nothing', 'x', { scenario: 'x', steps: [{}] }],
    ['an unknown word', 'x', { scenario: 'x', expects: {} }],
    ['no name', 'x', {}],
  ])('%s is refused', async (_what, id, body) => {
    const before = await list();
    expect((await put(encodeURIComponent(id), body)).status).toBe(400);
    expect(await list()).toEqual(before);
  });

  it('are changed by designers only', async () => {
    const operator = await tokenFor(['operator']);
    expect((await put('c', { scenario: 'C' }, operator)).status).toBe(403);
    expect((await sendJson('GET', `${base}/scenarios`, { token: operator })).status).toBe(200);
  });

  it('are at most two hundred', async () => {
    const { db } = await import('@/lib/db/client');
    const { modelId } = await db().process.findFirstOrThrow();
    const row = (i: number) => ({ modelId, key: `many-${i}`, name: 'x', content: {}, updatedBy: 'test' });
    const now = await db().scenario.count({ where: { modelId } });
    await db().scenario.createMany({ data: Array.from({ length: 200 - now }, (_, i) => row(i)) });
    expect(await put('one-more', { scenario: 'x' })).toMatchObject({ status: 409 });
    expect((await put('many-1', { scenario: 'replaced' })).status).toBe(200);
    await db().scenario.deleteMany({ where: { key: { startsWith: 'many-' } } });
  });
});
