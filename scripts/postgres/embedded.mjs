import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withLock } from '../process/lock.mjs';
import { canListen, freePort } from '../process/ports.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { postgresHome } from './binaries.mjs';
import { ensureCluster } from './cluster.mjs';
import { disownStalePid, readPostmaster, runningPostmaster } from './postmaster.mjs';
import { serviceIdentity } from './service-user.mjs';
import { runTool } from './tools.mjs';

/**
 * @typedef {object} EmbeddedPostgres
 * @property {(database: string) => string} url connection string of a database of this server
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {boolean} reused the server was running already
 * @property {() => Promise<void>} stop clean shutdown: clients are disconnected, nothing committed is lost
 * @property {() => void} kill SIGKILL to the postmaster, as a crash would (for tests)
 */

const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100' };
/** Backends of a killed server need a moment to notice; until then the shared memory is in use. */
const START_ATTEMPTS = 40;
const RETRY_MS = 250;
const LOG_LIMIT = 10_000_000;

/**
 * Starts the PostgreSQL inside the npm packages on a data folder, or joins the one running there. The
 * folder and the cluster are made when missing. Callers in several processes wait for each other.
 * @param {{ dataDir: string, flags?: Record<string, string>, throwAway?: boolean }} options `flags` are server
 * settings by name, used only by the call that really starts the server; a `throwAway` cluster is created
 * faster because it need not survive a crash of the computer
 * @returns {Promise<EmbeddedPostgres>}
 * @throws {SetupProblem} when it cannot run here, saying what to do
 */
export async function startPostgres({ dataDir, flags = {}, throwAway = false }) {
  const asked = path.resolve(dataDir);
  const identity = serviceIdentity();
  const home = postgresHome(identity);
  const folderMode = identity.uid === undefined ? 0o700 : 0o711;
  mkdirSync(path.dirname(asked), { recursive: true, mode: folderMode });
  return withLock(`${asked}.lock`, async () => {
    const cluster = await ensureCluster(asked, home, identity, throwAway);
    const where = { home, identity, cwd: cluster.dataDir };
    const before = await runningPostmaster(cluster.dataDir);
    const server = before ?? (await start(where, { ...SETTINGS, ...flags }));
    const url = (/** @type {string} */ database) =>
      `postgresql://postgres:${cluster.password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
    return {
      url,
      port: server.port,
      pid: server.pid,
      reused: before !== undefined,
      ...ending(where, server.pid),
    };
  });
}

/**
 * The server that runs on a data folder now, without starting one.
 * @param {string} dataDir
 */
export function findPostgres(dataDir) {
  return existsSync(dataDir) ? runningPostmaster(path.resolve(dataDir)) : Promise.resolve(undefined);
}

/**
 * @param {Parameters<typeof runTool>[0]} where
 * @param {number} pid
 */
function ending(where, pid) {
  return {
    stop: async () => {
      await runTool(where, 'pg_ctl', ['stop', '-D', where.cwd, '-m', 'fast', '-w', '-t', '60']);
    },
    kill: () => void process.kill(pid, 'SIGKILL'),
  };
}

/**
 * @param {Parameters<typeof runTool>[0]} where
 * @param {Record<string, string>} settings
 */
async function start(where, settings) {
  const log = path.join(where.cwd, 'server.log');
  const lastPort = readPostmaster(where.cwd)?.port ?? lastUsedPort(where.cwd);
  for (let attempt = 1; ; attempt++) {
    disownStalePid(where.cwd);
    rotate(log);
    const logged = existsSync(log) ? statSync(log).size : 0;
    const port = lastPort && (await canListen(lastPort)) ? lastPort : await freePort();
    const options = Object.entries({ port: String(port), ...settings }).map(
      ([name, value]) => `-c ${name}='${value}'`,
    );
    const args = ['start', '-w', '-t', '60', '-D', where.cwd, '-l', log, '-o', options.join(' ')];
    const { status, output } = await runTool(where, 'pg_ctl', args);
    const server = status === 0 ? readPostmaster(where.cwd) : undefined;
    if (server) return server;
    const said = `${output}\n${existsSync(log) ? readFileSync(log, 'utf8').slice(logged) : ''}`;
    if (attempt === START_ATTEMPTS || !passesByItself(said)) throw doesNotStart(said, log);
    await delay(RETRY_MS);
  }
}

/**
 * Keeping the port over restarts lets programs with an open connection string simply reconnect.
 * @param {string} dataDir
 */
function lastUsedPort(dataDir) {
  try {
    return Number(/port='?(\d+)/.exec(readFileSync(path.join(dataDir, 'postmaster.opts'), 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** @param {string} log */
function rotate(log) {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) renameSync(log, `${log}.1`);
}

/** @param {string} said */
const passesByItself = (said) =>
  /pre-existing shared memory|lock file .* already exists|Address already in use|another server might be running/.test(
    said,
  );

/**
 * @param {string} said
 * @param {string} log
 */
function doesNotStart(said, log) {
  return new SetupProblem(
    'database-not-started',
    `The built-in PostgreSQL does not start: ${said.trim().slice(-800)}`,
    `Its log is ${log}. You can also set DATABASE_URL to a PostgreSQL of your own.`,
  );
}
