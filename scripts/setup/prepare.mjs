import { openDatabase } from './database.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureDataFolder } from './folders.mjs';
import { ensurePrismaClient } from './prisma-client.mjs';

/**
 * What every command needs before it can do its work: packages, the database with the newest schema, the
 * generated client. Steps with nothing to do take milliseconds.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function prepare(progress) {
  const folder = ensureDataFolder();
  await prepareCheckout(progress);
  const database = await progress.step('Database', async (detail) => {
    const opened = await openDatabase();
    detail(opened.version);
    return opened;
  });
  try {
    await progress.step('Schema', async (detail) => {
      const { migrate } = await import('../migrate.mjs'); // needs installed packages
      const applied = await migrate(database.url, { warn: progress.say });
      detail(applied.length ? `${applied.length} migrations applied` : 'up to date');
    });
    return { folder, database };
  } catch (error) {
    await database.release();
    throw error;
  }
}

/**
 * The part of {@link prepare} that needs no database.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function prepareCheckout(progress) {
  await progress.step('Dependencies', async (detail) => {
    detail((await ensureDependencies()) ? 'installed' : 'up to date');
  });
  await progress.step('Database client', async (detail) => {
    detail((await ensurePrismaClient()) ? 'generated' : 'up to date');
  });
}
