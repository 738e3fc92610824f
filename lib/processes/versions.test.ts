import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { startApp, type TestApp } from '@/lib/testing/app';
import { model, scriptStep, sequence, userStep } from '@/lib/testing/models';
import { sendJson, tokenFor } from '@/lib/testing/routes';

let app: TestApp;
let token: string;
let at: string;
const XML = { 'content-type': 'application/xml' };
const xml = (value: string) => model(sequence([scriptStep('sum', value), userStep('look')]));

const api = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  sendJson(method, path, { token, body, headers });

beforeAll(async () => {
  app = await startApp();
  token = await tokenFor(['designer', 'operator']);
  const { body } = await api('POST', '/processes', xml('1'), XML);
  at = `/processes/${body.processId}`;
  await api('POST', `${at}/publish`, { note: 'One' });
  await api('PUT', `${at}/draft`, xml('2'), { ...XML, 'if-match': '"1"' });
  await api('POST', `${at}/publish`, { note: 'Two' });
});
afterAll(() => app.stop());

describe('a version', () => {
  it('can’t be changed, deleted or emptied by anything that speaks to the database', async () => {
    const before = await db().processVersion.findMany();
    const KEPT = /its rows are kept as they were written/;
    await expect(db().processVersion.updateMany({ data: { note: 'Other' } })).rejects.toThrow(KEPT);
    await expect(db().processVersion.updateMany({ data: { document: {} } })).rejects.toThrow(KEPT);
    await expect(db().processVersion.deleteMany()).rejects.toThrow(KEPT);
    await expect(db().$executeRaw`TRUNCATE process_version`).rejects.toThrow(KEPT);
    expect(await db().processVersion.findMany()).toEqual(before);
  });

  it('is restored as a new draft; later versions and running instances stay as they are', async () => {
    const two = (await api('GET', `${at}/versions/2`)).body;
    const started = await api('POST', `${at}/instances`, { version: 2 });
    const instance = `/instances/${started.body.instanceId}`;
    expect((await api('POST', `${at}/restore`, { version: 1 })).status).toBe(200);
    const draft = (await api('GET', `${at}/draft`)).body;
    expect(draft.document).toEqual((await api('GET', `${at}/versions/1`)).body.document);
    expect((await api('GET', `${at}/versions/2`)).body).toEqual(two);
    expect((await api('GET', instance)).body).toMatchObject({ version: 2, status: 'running' });
  });

  it('any of them runs', async () => {
    const run = async (version?: number) => {
      const { body } = await api('POST', `${at}/instances`, version ? { version } : {});
      return (await api('GET', `/instances/${body.instanceId}`)).body.version;
    };
    expect([await run(1), await run(2), await run()]).toEqual([1, 2, 2]);
  });
});

describe('a tag', () => {
  const tags = async () =>
    ((await api('GET', `${at}/versions`)).body.items as { version: number; tags: string[] }[]).map(
      ({ version, tags }) => [version, tags],
    );

  it('is given to one version at a time, taken away, and every step is an event', async () => {
    expect((await api('PUT', `${at}/tags/Production`, { version: 1 })).body).toEqual({
      tag: 'Production',
      version: 1,
    });
    expect(await tags()).toEqual([
      [2, []],
      [1, ['Production']],
    ]);
    await api('PUT', `${at}/tags/Production`, { version: 2 });
    expect(await tags()).toEqual([
      [2, ['Production']],
      [1, []],
    ]);
    expect((await api('PUT', `${at}/tags/Production`, { version: 9 })).status).toBe(404);
    await api('DELETE', `${at}/tags/Production`);
    expect(await tags()).toEqual([
      [2, []],
      [1, []],
    ]);
    const rows = await db().ledger.findMany({
      where: { canon: { contains: 'version.tagged' } },
      orderBy: { position: 'asc' },
    });
    expect(rows.map((row) => JSON.parse(row.data ?? '[]')[0])).toMatchObject([
      { tag: 'Production', version: 1, before: null },
      { tag: 'Production', version: 2, before: 1 },
      { tag: 'Production', version: null, before: 2 },
    ]);
  });

  it('has a name that can be read', async () => {
    expect((await api('PUT', `${at}/tags/${encodeURIComponent('<b>')}`, { version: 1 })).status).toBe(400);
  });
});
