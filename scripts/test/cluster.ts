import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, findPostgres, startPostgres } from '../postgres/embedded.mjs';
import { isAlive } from '../process/alive.mjs';

/** Speed over safety: the clusters of a test run are thrown away with it. */
export const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  shared_buffers: '64MB',
};

const PREFIX = 'countersign-test-';

/** A folder for one cluster, named after this process so that a later run can tell it was left behind. */
export function newClusterFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), `${PREFIX}${process.pid}-`));
  chmodSync(folder, 0o711); // as root the server runs as another user, who has to pass through
  return path.join(folder, 'postgres');
}

/** Stops the server of a test cluster at once and deletes its folder. */
export async function discardCluster(dataDir: string): Promise<void> {
  const running = await findPostgres(dataDir);
  if (running) await signalAndWait(running.pid, 'SIGQUIT'); // immediate shutdown: nothing is worth saving
  const real = existsSync(dataDir) ? realpathSync(dataDir) : dataDir;
  rmSync(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
  rmSync(real, { recursive: true, force: true, maxRetries: 5 });
}

/** Deletes the clusters of runs that were killed before they could. */
export async function discardLeftovers(): Promise<void> {
  const base = realpathSync(tmpdir());
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0]);
    if (!isAlive(owner)) await discardCluster(path.join(base, name, 'postgres')).catch(() => {});
  }
}

/** A cluster of one's own that survives crashes, for tests that kill the server. */
export interface DurableCluster {
  /** Connection string of a database; valid after {@link restart} too. */
  url(database: string): string;
  /** SIGKILL to the server process, as a crash of the machine's database would be. */
  kill9Postmaster(): Promise<void>;
  /** Starts the server again on the same port; recovery is done when it resolves. */
  restart(): Promise<void>;
  /** Stops it and deletes everything. */
  discard(): Promise<void>;
}

/**
 * Starts a cluster with fsync and synchronous commit on: what it acknowledged must be there after
 * `kill9Postmaster` and `restart`.
 */
export async function createDurableCluster(flags: Record<string, string> = {}): Promise<DurableCluster> {
  const dataDir = newClusterFolder();
  const settings = { max_connections: '200', ...flags };
  let server: EmbeddedPostgres = await startPostgres({ dataDir, flags: settings, throwAway: true });
  return {
    url: (database) => server.url(database),
    kill9Postmaster: () => signalAndWait(server.pid, 'SIGKILL'),
    restart: async () => {
      server = await startPostgres({ dataDir, flags: settings, throwAway: true });
    },
    discard: () => discardCluster(dataDir),
  };
}

/** A new name for a database or a folder. */
export const uniqueName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;

/** Makes the folder of a data directory that other users can pass through. */
export function passableFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  return folder;
}

async function signalAndWait(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}
