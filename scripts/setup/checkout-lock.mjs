import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../process/lock.mjs';

/**
 * Runs work that changes a folder of the checkout (dependencies, a build) while no other of our commands
 * does the same. The lock lies outside because that work may delete the folder.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 */
export function exclusively(folder, work) {
  const key = createHash('sha256').update(`${process.getuid?.()}:${folder}`).digest('hex').slice(0, 16);
  return withLock(path.join(os.tmpdir(), `countersign-${key}.lock`), work);
}
