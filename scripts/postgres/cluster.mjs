import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupProblem } from '../setup/problem.mjs';
import { sharedFolder } from './binaries.mjs';
import { may } from './service-user.mjs';
import { runTool } from './tools.mjs';

/** C.UTF-8 from PostgreSQL itself: sorting is the same on every operating system and needs no locale files. */
const INITDB = [
  '-U',
  'postgres',
  '-A',
  'scram-sha-256',
  '-E',
  'UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * Makes the folder of a cluster, and the cluster in it, when they are not there.
 * @param {string} dataDir
 * @param {string} home
 * @param {import('./service-user.mjs').Identity} identity
 * @param {boolean} throwAway nobody needs it after a crash of the computer, so it need not be flushed to disk
 * @returns {Promise<{ dataDir: string, password: string }>} the folder PostgreSQL works in, which is another
 * one when `dataDir` cannot be reached by the user PostgreSQL runs as; `dataDir` is then a link to it
 */
export async function ensureCluster(dataDir, home, identity, throwAway) {
  const real = ensureFolder(dataDir, identity);
  const passwordFile = `${dataDir}.password`;
  if (!existsSync(path.join(real, 'PG_VERSION')))
    await initialise(real, passwordFile, { home, identity }, throwAway ? ['--no-sync'] : []);
  if (!existsSync(passwordFile))
    throw new SetupProblem(
      'database-password-missing',
      `The password of the built-in database is missing (${passwordFile}).`,
      `Put the file back, or, if the data is not needed, delete ${dataDir} to start afresh.`,
    );
  return { dataDir: real, password: readFileSync(passwordFile, 'utf8').trim() };
}

/**
 * @param {string} dataDir
 * @param {import('./service-user.mjs').Identity} identity
 */
function ensureFolder(dataDir, identity) {
  const { uid, gid } = identity;
  mkdirSync(path.dirname(dataDir), { recursive: true, mode: uid === undefined ? 0o700 : 0o711 });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (uid === undefined || gid === undefined) return realpathSync(dataDir);
  const real = realpathSync(dataDir);
  chownSync(real, uid, gid);
  if (may(identity, '-w', real)) return real;
  const outside = mkdtempSync(path.join(sharedFolder(), 'data-'));
  chownSync(outside, uid, gid);
  rmSync(dataDir, { recursive: true });
  symlinkSync(outside, dataDir);
  return outside;
}

/**
 * @param {string} dataDir
 * @param {string} passwordFile
 * @param {{ home: string, identity: import('./service-user.mjs').Identity }} where
 * @param {string[]} more arguments of initdb
 */
async function initialise(dataDir, passwordFile, { home, identity }, more) {
  const password = randomBytes(18).toString('base64url');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const copy = path.join(os.tmpdir(), `countersign-${randomBytes(8).toString('hex')}`);
  writeFileSync(copy, password, { mode: 0o600, flag: 'wx' });
  try {
    if (identity.uid !== undefined && identity.gid !== undefined) chownSync(copy, identity.uid, identity.gid);
    const args = ['-D', dataDir, `--pwfile=${copy}`, ...INITDB, ...more];
    const { status, output } = await runTool({ home, identity, cwd: dataDir }, 'initdb', args);
    if (status === 0) return;
    throw new SetupProblem(
      'database-not-created',
      `The built-in database could not be created in ${dataDir}: ${output.slice(-600)}`,
      'Check that the disk has space and the folder can be written, or set DATABASE_URL.',
    );
  } finally {
    rmSync(copy, { force: true });
  }
}
