import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../setup/folders.mjs';

/** A developer's `.env` names real databases and providers: neither we nor Next may read it here. */
const ISOLATED = { HOST: '127.0.0.1', COUNTERSIGN_ENV_FILE: '', __NEXT_PROCESSED_ENV: 'true' };

/**
 * Starts the production build on an empty data folder for the browser tests, the way a person would
 * (`scripts/start.mjs`), and gives back how to stop it. With `COUNTERSIGN_E2E_URL` set by hand a server
 * that runs already is tested instead.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  const port = process.env.COUNTERSIGN_E2E_PORT;
  if (!port) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-e2e-'));
  chmodSync(folder, 0o711);
  const server = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: { ...process.env, ...ISOLATED, PORT: port, COUNTERSIGN_DATA_DIR: path.join(folder, 'data') },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await exit(server);
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', () => server.kill('SIGTERM'));
  const ready = new Promise<'ready'>((resolve) => server.once('message', () => resolve('ready')));
  if ((await Promise.race([ready, exit(server)])) === 'ready') return stop;
  await stop();
  throw new Error('The server for the browser tests did not start; its messages are above.');
}

function exit(child: ChildProcess): Promise<'ended'> {
  return new Promise((resolve) => child.once('exit', () => resolve('ended')));
}
