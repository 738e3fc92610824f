import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '@/lib/testing/app';
import { sendJson, tokenFor } from '@/lib/testing/routes';
import { cli, folderWith, httpApi } from './testing';

const TEXT = `process: leave
name: Leave request
isExecutable: true
steps:
  - startEvent: asked
    next: done
  - endEvent: done
`;

let app: TestApp;
let api: Awaited<ReturnType<typeof httpApi>>;
let token: string;
let env: Record<string, string>;

beforeAll(async () => {
  app = await startApp({ engine: false });
  api = await httpApi();
  token = await tokenFor(['designer']);
  env = { COUNTERSIGN_URL: `${api.url}/`, COUNTERSIGN_TOKEN: token };
});
afterAll(async () => {
  await api?.close();
  await app.stop();
});

const read = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');
const state = (folder: string) => JSON.parse(read(folder, '.countersign.json'));

describe('models in files and on a server', () => {
  it('a new file becomes a process; published again it becomes the next version', async () => {
    const folder = folderWith({ 'leave.yaml': TEXT });
    const first = await cli(folder, ['publish', '--note', 'First', 'leave.yaml'], env);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('leave.yaml: version 1') });
    const { processId } = state(folder).models['leave.yaml'];
    writeFileSync(path.join(folder, 'leave.yaml'), TEXT.replace('name: Leave request', 'name: Leave'));
    const second = await cli(folder, ['publish', '--note', 'Shorter', 'leave.yaml'], env);
    expect(second.out).toContain('leave.yaml: version 2');
    const { body } = await sendJson<{ items: { version: number; note: string }[] }>(
      'GET',
      `/processes/${processId}/versions`,
      { token },
    );
    expect(body.items.map(({ version, note }) => ({ version, note }))).toEqual([
      { version: 2, note: 'Shorter' },
      { version: 1, note: 'First' },
    ]);
  });

  it('pulls every draft as a file, and again only what changed', async () => {
    const folder = folderWith();
    const first = await cli(folder, ['pull', '--out', 'models'], env);
    expect(first).toMatchObject({ code: 0, out: 'leave.yaml: new' });
    expect(read(folder, 'models/leave.yaml')).toContain('name: Leave\n');
    expect((await cli(folder, ['pull', '--out', 'models'], env)).out).toBe('leave.yaml: same');
    expect((await cli(folder, ['lint', 'models'], env)).code).toBe(0);
    const bpmn = await cli(folder, ['pull', 'leave', '--format', 'bpmn', '--out', 'xml'], env);
    expect(bpmn.out).toBe('leave.bpmn: new');
    expect(read(folder, 'xml/leave.bpmn')).toContain('<bpmn:process id="leave"');
    const gone = await cli(folder, ['pull', 'gone'], env);
    expect(gone).toMatchObject({ code: 2, error: 'The server has no process “gone”.' });
  });

  it('overwrites nothing that was changed, on either side', async () => {
    const [mine, theirs] = [folderWith(), folderWith()];
    await cli(mine, ['pull'], env);
    await cli(theirs, ['pull'], env);
    const change = (folder: string, name: string) =>
      writeFileSync(
        path.join(folder, 'leave.yaml'),
        read(folder, 'leave.yaml').replace(/^name: .*$/m, `name: ${name}`),
      );
    change(theirs, 'Theirs');
    change(mine, 'Mine');
    expect((await cli(theirs, ['publish', '--note', 'Theirs'], env)).code).toBe(0);
    const refused = await cli(mine, ['publish', '--note', 'Mine'], env);
    expect(refused.code).toBe(1);
    expect(refused.error).toMatch(/leave\.yaml: Somebody saved this draft meanwhile.*pull with --force/);
    const kept = await cli(mine, ['pull'], env);
    expect(kept).toMatchObject({ code: 1, error: expect.stringContaining('left alone') });
    expect(read(mine, 'leave.yaml')).toContain('name: Mine');
    expect((await cli(mine, ['pull', '--force'], env)).out).toBe('leave.yaml: changed');
    expect(read(mine, 'leave.yaml')).toContain('name: Theirs');
  });

  it('sends nothing when a model has errors, and tells what the server refuses', async () => {
    const folder = folderWith({
      'a.yaml': TEXT.replaceAll('leave', 'other'),
      'b.yaml': 'process: b\nsteps: 1\n',
    });
    const bad = await cli(folder, ['publish', '--note', 'N'], env);
    expect(bad).toMatchObject({ code: 1, error: expect.stringContaining('Nothing was sent') });
    expect(existsSync(path.join(folder, '.countersign.json'))).toBe(false);
    const stranger = await cli(folder, ['publish', '--note', 'N', 'a.yaml'], {
      ...env,
      COUNTERSIGN_TOKEN: 'cs_wrong',
    });
    expect(stranger.code).toBe(1);
    expect(stranger.error).toMatch(/^a\.yaml: /);
  });

  it('keeps the records of two servers apart', async () => {
    const folder = folderWith();
    await cli(folder, ['pull'], env);
    const other = await cli(folder, ['publish', '--note', 'N'], {
      ...env,
      COUNTERSIGN_URL: 'http://elsewhere.example',
    });
    expect(other).toMatchObject({ code: 2, error: expect.stringContaining(`come from ${api.url}`) });
  });
});
