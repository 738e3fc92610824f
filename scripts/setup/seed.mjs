import { existsSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { connect } from '../postgres/external.mjs';
import { runNode } from '../process/spawn.mjs';
import { ROOT } from './folders.mjs';
import { SetupProblem } from './problem.mjs';

/**
 * Puts the samples into a database that never had them. That it has is noted as the comment of Prisma's
 * own table: the note goes where the data goes, into dumps too, and `prisma migrate reset` removes both.
 * @param {NodeJS.ProcessEnv} env with `DATABASE_URL`
 * @returns {Promise<string>} what was done, in words
 */
export async function seedOnce(env) {
  const script = path.join(ROOT, 'prisma/seed.ts');
  if (!existsSync(script)) return 'none';
  if ((await note(env.DATABASE_URL ?? '')).startsWith('seeded')) return 'already there';
  const { code, output } = await runNode([path.join(ROOT, 'scripts/run.mjs'), script], { env, cwd: ROOT });
  if (code !== 0)
    throw new SetupProblem('seed-failed', `The samples could not be put into the database:\n${output}`);
  await note(env.DATABASE_URL ?? '', `seeded ${new Date().toISOString()}`);
  return 'put in';
}

/**
 * @param {string} url
 * @param {string} [text] to write instead of read
 * @returns {Promise<string>}
 */
async function note(url, text) {
  const client = await connect(url);
  try {
    if (text !== undefined)
      await client.query(`COMMENT ON TABLE _prisma_migrations IS ${pg.escapeLiteral(text)}`);
    const { rows } = await client.query("SELECT obj_description('_prisma_migrations'::regclass) AS note");
    return rows[0].note ?? '';
  } finally {
    await client.end();
  }
}
