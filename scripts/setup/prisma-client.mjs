import { existsSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '../process/spawn.mjs';
import { exclusively } from './checkout-lock.mjs';
import { fingerprint, readStamp, writeStamp } from './fingerprint.mjs';
import { ROOT } from './folders.mjs';
import { SetupProblem } from './problem.mjs';

const OUTPUT = path.join(ROOT, 'lib/db/generated');
const STAMP = path.join(OUTPUT, 'schema.sha256');

/**
 * Generates the database client when the schema or Prisma's version changed. Needs no database.
 * @returns {Promise<boolean>} whether it was generated now
 */
export async function ensurePrismaClient() {
  const wanted = fingerprint(ROOT, ['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  if (!existsSync(path.join(ROOT, 'prisma/schema.prisma')) || readStamp(STAMP) === wanted) return false;
  return exclusively(OUTPUT, async () => {
    const { code, output } = await runNode(['node_modules/prisma/build/index.js', 'generate'], { cwd: ROOT });
    if (code !== 0)
      throw new SetupProblem('generate-failed', `The database client could not be generated:\n${output}`);
    writeStamp(STAMP, wanted);
    return true;
  });
}
