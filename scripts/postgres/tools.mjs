import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs one of PostgreSQL's own programs (`initdb`, `pg_ctl`) and waits for its end.
 * Output goes to a file because a started server inherits it and would keep a pipe open for ever.
 * @param {{ home: string, identity: import('./service-user.mjs').Identity, cwd: string }} where
 * @param {'initdb' | 'pg_ctl'} name
 * @param {string[]} args
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export async function runTool(where, name, args) {
  const file = path.join(os.tmpdir(), `countersign-${name}-${process.pid}-${Date.now()}.log`);
  const fd = openSync(file, 'wx', 0o600);
  try {
    const status = await new Promise((resolve, reject) => {
      const child = spawn(path.join(where.home, 'bin', name), args, {
        ...where.identity,
        cwd: where.cwd,
        env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
        stdio: ['ignore', fd, fd],
        detached: process.platform !== 'win32',
      });
      child.once('error', reject);
      child.once('exit', resolve);
    });
    return { status, output: readFileSync(file, 'utf8').trim() };
  } finally {
    closeSync(fd);
    rmSync(file, { force: true });
  }
}
