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
  let env = childEnvironment({ folder, database, address });
  await progress.step('Samples', async (detail) => {
    const { seedOnce } = await import('../setup/seed.mjs'); // needs installed packages
    detail(await seedOnce(env));
  });
  if (!development)
    await progress.step('Build', async (detail) => detail((await ensureBuild(env)) ? 'built' : 'up to date'));
  await progress.step('Server', async () => {
    const args = [NEXT, development ? 'dev' : 'start', '-p', String(address.port), '-H', address.host];
    const output = createOutput();
    const server = keepRunning({
      name: 'server',
      say: progress.say,
      start: () => {
        const imports = [path.join(ROOT, 'scripts/supervisor/drain.mjs')];
        return output.follow(spawnNode(args, { env, cwd: ROOT, imports, output: 'pipe' }));
      },
    });
    endings.atEnd(server.stop);
    if (database.pid) {
      const onMoved = (/** @type {string} */ url) => {
        env = { ...env, DATABASE_URL: url };
        void server.restart();
      };
      endings.atEnd(keepDatabase({ pid: database.pid, url: database.url, say: progress.say, onMoved }).stop);
    }
    await waitForHealth(address.local, { signal: endings.signal }).finally(output.show);
  });
  progress.say(`\nCountersign is ready. Stop it with Ctrl-C.\n${env.NEXTAUTH_URL}`);
  process.send?.({ type: 'ready', url: address.url });
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
