import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disownStalePid, readPostmaster, runningPostmaster } from './postmaster.mjs';

const REST = '/data\n1795000000\n5433\n\n127.0.0.1\n  1234  5678\nready   \n';

function folderOf(pid: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'postmaster-'));
  writeFileSync(path.join(folder, 'postmaster.pid'), `${pid}\n${REST}`);
  return folder;
}

describe('postmaster.pid', () => {
  it('tells process, port and status', () => {
    expect(readPostmaster(folderOf(42))).toEqual({ pid: 42, port: 5433, status: 'ready' });
    expect(readPostmaster('/nowhere')).toBeUndefined();
  });

  it('of a process that is not PostgreSQL is not a running server', async () => {
    expect(await runningPostmaster(folderOf(process.pid))).toBeUndefined();
  });

  it('loses a pid that belongs to another program, and keeps the shared-memory key', () => {
    const folder = folderOf(process.pid);
    disownStalePid(folder);
    const [pid, ...rest] = readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    expect(Number(pid)).toBeGreaterThan(2 ** 22);
    expect(rest.join('\n')).toBe(REST);
  });
});
