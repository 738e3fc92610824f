import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { tryLock } from '../process/lock.mjs';
import { spawnNode } from '../process/spawn.mjs';
import { ensureBuild, NEXT } from '../setup/build.mjs';
import { childEnvironment } from '../setup/environment.mjs';
import { ensureDataFolder, ROOT } from '../setup/folders.mjs';
import { prepare } from '../setup/prepare.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { chooseAddress } from './address.mjs';
import { waitForHealth } from './health.mjs';
import { keepDatabase } from './keep-database.mjs';
import { keepRunning } from './keep-running.mjs';
import { createOutput } from './output.mjs';

const LOCK_PATIENCE_MS = 10_000;
const HOPELESS_RESTARTS = 3;

/**
 * Prepares everything and serves the application until told to stop.
 * @param {object} options
 * @param {boolean} options.development serve from sources, with reloading
 * @param {import('../setup/progress.mjs').Progress} options.progress
 * @param {ReturnType<typeof import('./endings.mjs').createEndings>} options.endings
 */
export async function serve({ development, progress, endings }) {
  endings.atEnd(await soleSupervisor(ensureDataFolder(), progress));
  const address = await chooseAddress(process.env);
  const { folder, database } = await prepare(progress);
  endings.atEnd(database.release);
  const env = childEnvironment({ folder, database, address });
  await progress.step('Samples', async (detail) => {
    const { seedOnce } = await import('../setup/seed.mjs'); // needs installed packages
    detail(await seedOnce(env));
  });
  if (!development)
    await progress.step('Build', async (detail) => detail((await ensureBuild(env)) ? 'built' : 'up to date'));
  const output = createOutput();
  try {
    await progress.step('Server', () =>
      runServer({ development, address, env, database, progress, endings, output }),
    );
  } finally {
    output.show();
  }
  if (endings.signal.aborted) return;
  progress.say(`\nCountersign is ready. Stop it with Ctrl-C.\n${env.NEXTAUTH_URL}`);
  process.send?.({ type: 'ready', url: address.url });
}

/**
 * Starts the web server, keeps it and its database running, and waits until it is well.
 * @param {object} options
 * @param {boolean} options.development
 * @param {import('./address.mjs').Address} options.address
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('../setup/database.mjs').Database} options.database
 * @param {import('../setup/progress.mjs').Progress} options.progress
 * @param {ReturnType<typeof import('./endings.mjs').createEndings>} options.endings
 * @param {ReturnType<typeof createOutput>} options.output
 */
async function runServer({ development, address, env, database, progress, endings, output }) {
  const args = [NEXT, development ? 'dev' : 'start', '-p', String(address.port), '-H', address.host];
  let current = env;
  const server = keepRunning({
    name: 'server',
    say: progress.say,
    start: () => {
      const imports = ['drain.mjs', 'request-facts.mjs'].map((file) =>
        path.join(ROOT, 'scripts/supervisor', file),
      );
      return output.follow(spawnNode(args, { env: current, cwd: ROOT, imports, output: 'pipe' }));
    },
  });
  endings.atEnd(server.stop);
  const watch = keepDatabase(database, progress.say, (url) => {
    current = { ...current, DATABASE_URL: url };
    void server.restart();
  });
  endings.atEnd(watch.stop);
  const signal = endings.signal;
  await waitForHealth(address.local, { signal, hopeless: () => server.restarts() >= HOPELESS_RESTARTS });
}

/**
 * One server per data folder. A predecessor that is stopping gets a moment to finish.
 * @param {string} folder
 * @param {import('../setup/progress.mjs').Progress} progress
 * @returns {Promise<() => void>} gives the place up
 */
async function soleSupervisor(folder, progress) {
  const file = path.join(folder, 'supervisor.lock');
  const deadline = performance.now() + LOCK_PATIENCE_MS;
  for (let said = false; ; said = true) {
    const lock = tryLock(file);
    if ('release' in lock) return lock.release;
    if (performance.now() > deadline)
      throw new SetupProblem(
        'already-running',
        `Countersign already runs on the data folder ${folder} (process ${lock.holder.pid}).`,
        'Use that one or stop it first; for a second one beside it, set COUNTERSIGN_DATA_DIR and PORT. For more engine processes: npm run worker',
      );
    if (!said)
      progress.say(
        `Another Countersign (process ${lock.holder.pid}) uses this data folder; waiting for it to stop …`,
      );
    await delay(200);
  }
}
