import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf, isAlive } from '../process/alive.mjs';
import { answers } from '../process/ports.mjs';

/** Linux allows at most 2^22 processes, other systems fewer: this pid never exists. */
const NOBODY = 2 ** 30;

/**
 * What `postmaster.pid` says; its lines are documented in PostgreSQL's miscadmin.h.
 * @param {string} dataDir
 * @returns {{ pid: number, port: number, status: string } | undefined}
 */
export function readPostmaster(dataDir) {
  try {
    const lines = readFileSync(pidFile(dataDir), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/**
 * The running server of a data folder, whoever started it.
 * @param {string} dataDir
 */
export async function runningPostmaster(dataDir) {
  const found = readPostmaster(dataDir);
  if (found?.status !== 'ready' || !isAlive(found.pid)) return undefined;
  return (await answers(found.port)) ? found : undefined;
}

/**
 * PostgreSQL refuses to start while the pid in `postmaster.pid` exists, which a zombie, or after a
 * restart of a container an unrelated process, does. The pid is replaced, not the file removed: its
 * shared-memory key still stops a start while backends of the dead server live.
 * @param {string} dataDir
 */
export function disownStalePid(dataDir) {
  const found = readPostmaster(dataDir);
  if (!found || (isAlive(found.pid) && isPostgres(found.pid))) return;
  const lines = readFileSync(pidFile(dataDir), 'utf8').split('\n');
  lines[0] = String(NOBODY);
  writeFileSync(pidFile(dataDir), lines.join('\n'));
}

/** @param {number} pid */
function isPostgres(pid) {
  const command = commandOf(pid);
  return command === '' || command.includes('postgres'); // where the system does not tell, believe the file
}

/** @param {string} dataDir */
const pidFile = (dataDir) => path.join(dataDir, 'postmaster.pid');
