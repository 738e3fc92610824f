import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProcessDocument, planes } from '@/lib/document';
import { startApp, type TestApp } from '@/lib/testing/app';
import { send, sendJson, tokenFor } from '@/lib/testing/routes';

const TEXT = `process: leave
name: Leave request
steps:
  - startEvent: asked
    next: decide
  - userTask: decide
    name: Decide & tell
    next: done
  - endEvent: done
`;
const YAML = { 'content-type': 'application/yaml' };

let app: TestApp;
let token: string;
let processId: string;

beforeAll(async () => {
  app = await startApp({ engine: false });
  token = await tokenFor(['admin', 'designer']);
  const made = await sendJson('POST', '/processes', { token, headers: YAML, body: TEXT });
  expect(made).toMatchObject({
    status: 201,
    body: { key: 'leave', name: 'Leave request', draftRevision: 1 },
  });
  processId = String(made.body.processId);
});
afterAll(() => app.stop());

const get = async (path: string) => {
  const response = await send('GET', `/processes/${processId}${path}`, { token });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('a process as text and picture', () => {
  it('is given as YAML with its revision, and taken back under it', async () => {
    const draft = await get('/draft.yaml');
    expect(draft.text.startsWith(`countersign: 1\n${TEXT}`)).toBe(true);
    expect(draft.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    expect(draft.headers.get('content-disposition')).toContain('leave.yaml');
    expect(draft.headers.get('etag')).toBe('"1"');
    const changed = draft.text.replace('Decide & tell', 'Decide');
    const put = (revision: number) =>
      sendJson('PUT', `/processes/${processId}/draft`, {
        token,
        headers: { ...YAML, 'if-match': `"${revision}"` },
        body: changed.replace('Leave request', `Leave ${revision}`),
      });
    expect(await put(1)).toMatchObject({ status: 200, body: { draftRevision: 2 } });
    expect(await put(7)).toMatchObject({ status: 409, body: { code: 'stale-revision', currentRevision: 2 } });
  });

  it('is refused by line and column, and the draft stays', async () => {
    const before = await get('/draft.yaml');
    const body = 'process: leave\nsteps:\n  - usertask: decide\n';
    const refused = await sendJson('PUT', `/processes/${processId}/draft`, {
      token,
      headers: { ...YAML, 'if-match': before.headers.get('etag') ?? '' },
      body,
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'text-bad-text', errors: [{ path: 'line 3' }] },
    });
    expect(refused.body.detail).toContain('(line 3, column 5)');
    const latin = await sendJson('POST', '/processes', {
      token,
      headers: YAML,
      body: new Uint8Array([0x70, 0xe9]),
    });
    expect(latin).toMatchObject({ status: 422, body: { code: 'text-bad-encoding' } });
    expect((await get('/draft.yaml')).text).toBe(before.text);
  });

  it('is drawn as SVG with title and font, each diagram by its plane', async () => {
    const draft = await get('/draft.svg');
    expect(draft.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(draft.text).toContain('<title>Leave 1</title>');
    expect(draft.text).toContain('font/woff2;base64,');
    expect(draft.text).toContain('Decide');
    const { body } = await sendJson<{ document: ProcessDocument }>('GET', `/processes/${processId}/draft`, {
      token,
    });
    const [plane] = planes(body.document);
    expect((await get(`/draft.svg?plane=${plane?.id}`)).text).toBe(draft.text);
    expect((await get('/draft.svg?plane=gone')).status).toBe(404);
  });

  it('has the same of every version', async () => {
    const published = await sendJson('POST', `/processes/${processId}/publish`, {
      token,
      body: { note: 'First' },
    });
    expect(published.status).toBe(201);
    expect((await get('/versions/1.yaml')).text).toContain('name: Leave 1');
    expect((await get('/versions/1.svg')).text).toContain('<title>Leave 1 v1</title>');
    expect((await get('/versions/1.bpmn')).text).toContain('<bpmn:userTask id="decide"');
    expect(JSON.parse((await get('/versions/1')).text)).toMatchObject({ version: 1 });
    for (const path of ['/versions/2.yaml', '/versions/2.svg', '/versions/2.bpmn'])
      expect((await get(path)).status).toBe(404);
  });

  it('is not shown to strangers', async () => {
    for (const path of ['/draft.yaml', '/draft.svg'])
      expect((await send('GET', `/processes/${processId}${path}`)).status).toBe(401);
  });
});
