import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAlive } from './alive.mjs';
import { lockHolder, tryLock, withLock } from './lock.mjs';
import { answers, canListen, freePort } from './ports.mjs';
import { runNode } from './spawn.mjs';

const file = () => path.join(mkdtempSync(path.join(tmpdir(), 'process-')), 'a.lock');

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

/** Resolves when a process is gone; the test's own time limit ends the waiting. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('lock file', () => {
  it('has one holder, whom it names to others', () => {
    const place = file();
    const lock = tryLock(place);
    expect(lock).toHaveProperty('release');
    expect(tryLock(place)).toMatchObject({ holder: { pid: process.pid } });
    if ('release' in lock) lock.release();
    expect(lockHolder(place)).toBeUndefined();
    expect(tryLock(place)).toHaveProperty('release');
  });

  it('is taken over from a holder that died, or whose pid belongs to another process now', async () => {
    const place = file();
    writeFileSync(place, JSON.stringify({ pid: await deadPid() }));
    expect(tryLock(place)).toHaveProperty('release');
    writeFileSync(place, JSON.stringify({ pid: process.pid, started: 'at another time' }));
    expect(tryLock(place)).toHaveProperty('release');
  });

  it('lets work happen one after the other', async () => {
    const place = file();
    const order: string[] = [];
    const work = (name: string) =>
      withLock(place, async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(`${name} ends`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(order).toHaveLength(4);
    expect(order[0]?.[0]).toBe(order[1]?.[0]);
  });
});

describe('ports', () => {
  it('are free until something listens', async () => {
    const port = await freePort();
    expect(await canListen(port)).toBe(true);
    expect(await answers(port)).toBe(false);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await canListen(port)).toBe(false);
    expect(await answers(port)).toBe(true);
    server.close();
  });
});

describe('programs we start', () => {
  it('end when we are killed', async () => {
    const spawnModule = JSON.stringify(path.join(import.meta.dirname, 'spawn.mjs'));
    const parent = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { spawnNode } from ${spawnModule};
       const child = spawnNode(['--eval', 'setInterval(() => {}, 1000); console.log("runs")'], { output: 'pipe' });
       child.stdout.once('data', () => console.log(child.pid));`,
    ]);
    const [output] = await once(parent.stdout, 'data');
    const pid = Number(String(output));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await gone(pid);
    expect(isAlive(pid)).toBe(false);
  });

  it('give back everything they printed and how they ended', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3;';
    const { code, output } = await runNode(['--eval', script]);
    expect(code).toBe(3);
    expect(output.split('\n').sort()).toEqual(['err', 'out']);
  });
});
