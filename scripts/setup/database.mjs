import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '../postgres/embedded.mjs';
import { lockHolder, tryLock } from '../process/lock.mjs';
import { clusterFolder, DATABASE, dataFolder } from './folders.mjs';

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {boolean} embedded the built-in server, not one the person brought
 * @property {string} version in words, for the console
 * @property {number | undefined} pid of the built-in server
 * @property {() => Promise<void>} release stops the built-in server, unless other commands still use it
 */

/**
 * The database this installation uses: `DATABASE_URL`, checked, or the built-in server of the data
 * folder, started or joined.
 * @returns {Promise<Database>}
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given && process.env.COUNTERSIGN_EMBEDDED_DB !== '1') {
    const { checkServerVersion } = await import('../postgres/external.mjs'); // needs installed packages
    const version = `PostgreSQL ${await checkServerVersion(given)} at ${new URL(given).host}`;
    return { url: given, embedded: false, version, pid: undefined, release: async () => {} };
  }
  const leave = registerUse();
  const server = await startPostgres({ dataDir: clusterFolder() });
  return {
    url: server.url(DATABASE),
    embedded: true,
    version: `built-in PostgreSQL, ${server.reused ? 'already running' : 'started'} on port ${server.port}`,
    pid: server.pid,
    release: async () => {
      leave();
      if (!otherUses()) await server.stop();
    },
  };
}

const usesFolder = () => path.join(dataFolder(), 'uses');

/** Notes that this process uses the built-in server; the last one to leave stops it. */
function registerUse() {
  mkdirSync(usesFolder(), { recursive: true, mode: 0o700 });
  const lock = tryLock(path.join(usesFolder(), `${process.pid}.json`));
  return 'release' in lock ? lock.release : () => {};
}

function otherUses() {
  const files = readdirSync(usesFolder()).map((name) => path.join(usesFolder(), name));
  for (const file of files) if (!lockHolder(file)) rmSync(file, { force: true });
  return files.some((file) => lockHolder(file) !== undefined);
}
