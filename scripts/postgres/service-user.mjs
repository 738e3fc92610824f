import { execFileSync, spawnSync } from 'node:child_process';
import { SetupProblem } from '../setup/problem.mjs';

/** @typedef {{ uid?: number, gid?: number }} Identity */

const NAME = 'postgres';

/**
 * The identity PostgreSQL runs under. The server refuses to run as uid 0, so for root it is the system
 * user `postgres`, made when missing; for everybody else it is the person's own.
 * @returns {Identity}
 */
export function serviceIdentity() {
  if (process.getuid?.() !== 0) return {};
  if (idOf('-u') === undefined) createUser();
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Whether that identity may do `flag` (`-r`, `-w`, `-x` of test(1)) with a path, parents included.
 * @param {Identity} identity
 * @param {'-r' | '-w' | '-x'} flag
 * @param {string} path
 */
export function may(identity, flag, path) {
  return spawnSync('test', [flag, path], { ...identity, cwd: '/' }).status === 0;
}

/** @param {'-u' | '-g'} flag */
function idOf(flag) {
  const answer = spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}

function createUser() {
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME],
    ['adduser', '-S', '-D', '-H', '-s', '/sbin/nologin', NAME], // BusyBox
  ];
  for (const [command = '', ...args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return;
    } catch {}
  }
  throw new SetupProblem(
    'no-database-user',
    'PostgreSQL does not run as root, and the system user "postgres" could not be created.',
    'Start Countersign as an ordinary user, create the user "postgres", or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
