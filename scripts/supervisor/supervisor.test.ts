import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isAlive } from '../process/alive.mjs';
import { spawnNode } from '../process/spawn.mjs';
import { chooseAddress } from './address.mjs';
import { waitForHealth } from './health.mjs';
import { keepRunning } from './keep-running.mjs';
import { createOutput } from './output.mjs';

const START = path.join(import.meta.dirname, '../start.mjs');

async function start(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [START], { env: { ...process.env, ...env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      text += data;
    });
  }
  const [code] = await once(child, 'close');
  return { code, text };
}

describe('npm start says in plain words', () => {
  it('that the port is taken and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expect(chooseAddress({ PORT: String(port) })).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`Port ${port} on 127.0.0.1 cannot be used`),
      advice: expect.stringContaining(`PORT=${port + 1} npm start`),
    });
    other.close();
  });

  it('that the port is no port', async () => {
    await expect(chooseAddress({ PORT: 'http' })).rejects.toMatchObject({ code: 'port-invalid' });
  });

  it('that the data folder cannot be written, and ends', async () => {
    const { code, text } = await start({ COUNTERSIGN_DATA_DIR: '/dev/null/data', PORT: '0' });
    expect(code).toBe(1);
    expect(text).toContain('The data folder /dev/null/data cannot be written');
    expect(text).not.toContain('    at '); // no stack
  });
});

describe('address', () => {
  it('is this computer only, unless somebody wants otherwise', async () => {
    expect(await chooseAddress({ PORT: '0' })).toMatchObject({
      host: '127.0.0.1',
      url: expect.stringMatching(/^http:\/\/localhost:\d+$/),
    });
    expect(await chooseAddress({ PORT: '0', HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      local: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
  });
});

describe('a kept program', () => {
  it('is started again each time it ends, waiting longer, until it is stopped', async () => {
    const said: string[] = [];
    const pids: number[] = [];
    let started = () => {};
    const program = keepRunning({
      name: 'server',
      say: (text) => said.push(text),
      backoff: { firstMs: 1, longestMs: 2, healthyMs: 60_000 },
      start: () => {
        const child = spawnNode(['--eval', 'setInterval(() => {}, 1000)']);
        pids.push(child.pid ?? 0);
        started();
        return child;
      },
    });
    for (let restart = 0; restart < 2; restart++) {
      const again = new Promise<void>((resolve) => {
        started = resolve;
      });
      program.current().kill('SIGKILL');
      await again;
    }
    await program.stop();
    expect(pids).toHaveLength(3);
    expect(pids.map(isAlive)).toEqual([false, false, false]);
    expect(said).toEqual([
      'The server ended (SIGKILL); starting it again in 0.001 s.',
      'The server ended (SIGKILL); starting it again in 0.002 s.',
    ]);
  });
});

describe('health', () => {
  it('is waited for until the answer is 200', async () => {
    let requests = 0;
    const server = createHttpServer((_, response) => {
      requests += 1;
      response.writeHead(requests < 3 ? 503 : 200).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await waitForHealth(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(requests).toBe(3);
    server.close();
  });

  it('is given up, with the last answer, when waiting is of no use', async () => {
    let asked = false;
    const server = createHttpServer((_, response) => {
      asked = true;
      response.writeHead(503).end('no database');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(waitForHealth(base, { hopeless: () => asked })).rejects.toThrow(
      'it answers 503 no database',
    );
    server.close();
  });
});

describe('output of the server', () => {
  it('waits for the start to finish and loses the banner of the framework', async () => {
    const written: string[] = [];
    const output = createOutput((text: string) => void written.push(text));
    const stdout = new PassThrough();
    output.follow({ stdout, stderr: null } as unknown as Parameters<typeof output.follow>[0]);
    stdout.end('▲ Next.js 16.4.5\n- Local:   http://localhost:3000\nFirst administrator: …\n');
    await once(stdout, 'close');
    expect(written).toEqual([]);
    output.show();
    expect(written.join('').trim()).toBe('First administrator: …');
  });
});
