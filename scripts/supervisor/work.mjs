import path from 'node:path';
import { spawnNode } from '../process/spawn.mjs';
import { childEnvironment } from '../setup/environment.mjs';
import { ROOT } from '../setup/folders.mjs';
import { prepare } from '../setup/prepare.mjs';
import { keepDatabase } from './keep-database.mjs';
import { keepRunning } from './keep-running.mjs';

/**
 * Runs one more engine process, without pages, on the installation's database. Any number may run.
 * @param {object} options
 * @param {import('../setup/progress.mjs').Progress} options.progress
 * @param {ReturnType<typeof import('./endings.mjs').createEndings>} options.endings
 */
export async function work({ progress, endings }) {
  const { folder, database } = await prepare(progress);
  endings.atEnd(database.release);
  let env = { ...childEnvironment({ folder, database }), COUNTERSIGN_ENGINE: '1' };
  const script = path.join(ROOT, 'scripts/worker.ts');
  const worker = keepRunning({
    name: 'worker',
    say: progress.say,
    start: () => spawnNode([path.join(ROOT, 'scripts/run.mjs'), script], { env, cwd: ROOT }),
  });
  endings.atEnd(worker.stop);
  const watch = keepDatabase(database, progress.say, (url) => {
    env = { ...env, DATABASE_URL: url };
    void worker.restart();
  });
  endings.atEnd(watch.stop);
  progress.say('The worker runs. Stop it with Ctrl-C.');
}
