import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FullConfig } from '@playwright/test';
import { type SimulatedProvider, simulatedProvider } from '@/lib/testing/oidc-provider';
import { ROOT } from '../setup/folders.mjs';

/** A developer's `.env` names real databases and providers: neither we nor Next may read it here. */
const ISOLATED = { HOST: '127.0.0.1', COUNTERSIGN_ENV_FILE: '', __NEXT_PROCESSED_ENV: 'true' };

/** People of this group of the simulated provider may decide. */
const ROLES = 'finance=reviewer';

/**
 * The settings of a server whose people may sign in through single sign-on. Tests sign in on the provider's page; its
 * address in the environment tells them that there is one.
 */
function singleSignOn({ url, clientId }: SimulatedProvider): NodeJS.ProcessEnv {
  process.env.COUNTERSIGN_E2E_PROVIDER = url;
  return {
    ...process.env,
    COUNTERSIGN_OIDC_ISSUER: url,
    COUNTERSIGN_OIDC_CLIENT_ID: clientId,
    COUNTERSIGN_OIDC_CLIENT_SECRET: 'known to both',
    COUNTERSIGN_OIDC_ROLES: ROLES,
  };
}

/**
 * Starts the production build on empty data folders for the browser tests, one server a worker, the way a person
 * would (`scripts/start.mjs`), and gives back how to stop them. With `COUNTERSIGN_E2E_URL` set by hand a server
 * that runs already is tested instead.
 */
export default async function setup({ workers }: FullConfig): Promise<(() => Promise<void>) | undefined> {
  const ports = process.env.COUNTERSIGN_E2E_PORTS?.split(',').slice(0, workers);
  if (!ports) return undefined;
  const provider = await simulatedProvider();
  const env = singleSignOn(provider);
  const started = await Promise.allSettled(ports.map((port, place) => start(port, place, env)));
  const stop = async () => {
    await Promise.all(started.map((one) => one.status === 'fulfilled' && one.value()));
    await provider.stop();
  };
  const failed = started.find((one) => one.status === 'rejected');
  if (!failed) return stop;
  await stop();
  throw failed.reason;
}

/** Starts one server and answers, once it is ready, how to stop it. */
async function start(port: string, place: number, base: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-e2e-'));
  chmodSync(folder, 0o711);
  const server = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs')], {
    cwd: ROOT,
    env: { ...base, ...ISOLATED, PORT: port, COUNTERSIGN_DATA_DIR: path.join(folder, 'data') },
    // One tells how starting goes; two at a time could not be read. What goes wrong is shown of each.
    stdio: ['ignore', place === 0 ? 'inherit' : 'ignore', 'inherit', 'ipc'],
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
