import pg from 'pg';
import { SetupProblem } from '../setup/problem.mjs';

/** Oldest PostgreSQL major version the schema and the queries are tested with. */
const OLDEST = 14;

/**
 * Refuses servers that are too old.
 * @param {string} url
 * @returns {Promise<string>} the version as people write it, e.g. `15.8`
 * @throws {SetupProblem} `database-too-old`, or why it cannot be reached
 */
export async function checkServerVersion(url) {
  const client = await connect(inDatabase(url, 'postgres')).catch(() => connect(url));
  try {
    const { rows } = await client.query('SHOW server_version_num');
    const number = Number(rows[0].server_version_num);
    const major = Math.floor(number / 10_000);
    const version = major < 10 ? `${major}.${Math.floor(number / 100) % 100}` : `${major}.${number % 10_000}`;
    if (major >= OLDEST) return version;
    throw new SetupProblem(
      'database-too-old',
      `The database server runs PostgreSQL ${version}; Countersign needs ${OLDEST} or newer.`,
      'Upgrade it, set DATABASE_URL to a newer server, or unset DATABASE_URL to use the built-in one.',
    );
  } finally {
    await client.end();
  }
}

/**
 * Creates the database a connection string names when the server does not have it.
 * @param {string} url
 * @returns {Promise<boolean>} whether it was created now
 */
export async function createDatabaseIfMissing(url) {
  const probe = new pg.Client({ connectionString: url });
  probe.on('error', () => {});
  try {
    await probe.connect();
    return false;
  } catch (error) {
    if (codeOf(error) !== '3D000') throw unreachable(url, error);
  } finally {
    await probe.end().catch(() => {});
  }
  const admin = await connect(inDatabase(url, 'postgres'));
  try {
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseName(url))}`);
    return true;
  } catch (error) {
    if (['42P04', '23505'].includes(codeOf(error))) return false; // another process made it meanwhile
    throw error;
  } finally {
    await admin.end();
  }
}

/**
 * An open connection, or a {@link SetupProblem} in plain words.
 * @param {string} url
 */
export async function connect(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {}); // a connection lost later shows in the next query
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw unreachable(url, error);
  }
}

/**
 * The same server, another database.
 * @param {string} url
 * @param {string} database
 */
export function inDatabase(url, database) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.href;
}

/** @param {string} url */
export const databaseName = (url) => decodeURIComponent(new URL(url).pathname.slice(1));

/** @param {unknown} error */
const codeOf = (error) => String(/** @type {{ code?: unknown }} */ (error)?.code ?? '');

/**
 * @param {string} url
 * @param {unknown} error
 */
function unreachable(url, error) {
  const { host } = new URL(url);
  const reason = error instanceof Error ? error.message || codeOf(error) : String(error);
  /** @type {Record<string, string>} */
  const words = {
    ECONNREFUSED: `No PostgreSQL answers at ${host}.`,
    ENOTFOUND: `The database host ${host} is not known.`,
    '28P01': `PostgreSQL at ${host} refuses the user name or password.`,
    28000: `PostgreSQL at ${host} refuses the connection: ${reason}`,
    '3D000': `PostgreSQL at ${host} has no database "${databaseName(url)}".`,
  };
  return new SetupProblem(
    'database-unreachable',
    words[codeOf(error)] ?? `The database at ${host} cannot be used: ${reason}`,
    'Check DATABASE_URL, or unset it to use the built-in PostgreSQL.',
  );
}
