import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, startedAt } from './alive.mjs';

/** @typedef {{ pid: number, started?: string }} Holder */

/**
 * Takes an exclusive lock kept in a file that names its holder. A lock whose holder died is taken over.
 * @param {string} file
 * @returns {{ holder: Holder } | { release: () => void }} the living holder when the lock is taken
 */
export function tryLock(file) {
  const mine = { pid: process.pid, started: startedAt(process.pid) };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (linked(draft, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = readHolder(file);
      if (holder && holds(holder)) return { holder };
      rmSync(file, { force: true });
    }
    return { holder: readHolder(file) ?? { pid: 0 } };
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The living process that holds a lock, if any.
 * @param {string} file
 * @returns {Holder | undefined}
 */
export function lockHolder(file) {
  const holder = readHolder(file);
  return holder && holds(holder) ? holder : undefined;
}

/**
 * Waits until the lock is free, runs `work` under it and releases it.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  let lock = tryLock(file);
  while ('holder' in lock) {
    await delay(25);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * Linking a finished file makes "exists" and "has its content" one atomic step.
 * @param {string} draft
 * @param {string} file
 */
function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {Holder | undefined}
 */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {Holder} holder */
function holds(holder) {
  if (!isAlive(holder.pid)) return false;
  const now = startedAt(holder.pid);
  return holder.started === undefined || now === undefined || now === holder.started;
}
