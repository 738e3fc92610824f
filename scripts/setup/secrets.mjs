import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const BYTES = 32;

/**
 * The secrets the server makes for itself, in files only their owner can read: made at the first start,
 * kept from then on. Losing the key-encryption key loses every stored connection secret.
 * @param {string} folder the data folder
 * @returns {{ sessionSecret: string, keyEncryptionKey: string }} each 32 random bytes in base64
 */
export function ensureSecrets(folder) {
  return {
    sessionSecret: ensureSecret(path.join(folder, 'session-secret')),
    keyEncryptionKey: ensureSecret(path.join(folder, 'key-encryption-key')),
  };
}

/**
 * Written with `wx`, so of two processes that start together one makes it and both read the same.
 * @param {string} file
 */
function ensureSecret(file) {
  try {
    writeFileSync(file, randomBytes(BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
