import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrate, readMigrations } from '../migrate.mjs';
import { startPostgres } from '../postgres/embedded.mjs';
import { connect, inDatabase } from '../postgres/external.mjs';
import { discardCluster, newClusterFolder, THROW_AWAY, uniqueName } from './cluster.ts';

export { createDurableCluster, type DurableCluster } from './cluster.ts';

/** Environment variable in which the test run tells its workers the data folder of the shared cluster. */
export const CLUSTER_VARIABLE = 'COUNTERSIGN_TEST_CLUSTER';
const TEMPLATE_LOCK = 20_260_101;

export interface TestDatabase {
  /** Connection string of a database with every migration applied and nothing in it. */
  url: string;
  /** Drops it, disconnecting whoever still uses it. */
  drop(): Promise<void>;
}

let cluster: Promise<string> | undefined;

/**
 * Makes a migrated, empty database on the throw-away cluster of this test run. The cluster starts with
 * the first call of the run; migrations are applied once, to a template every database is copied from.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  cluster ??= startSharedCluster();
  const server = await cluster;
  const template = await ensureTemplate(server);
  const name = uniqueName('test');
  await administer(
    server,
    `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`,
  );
  return {
    url: inDatabase(server, name),
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  };
}

/** Makes an empty database without any table on the same cluster (for tests of migrations themselves). */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  cluster ??= startSharedCluster();
  const server = await cluster;
  const name = uniqueName('empty');
  await administer(server, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  return {
    url: inDatabase(server, name),
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  };
}

async function startSharedCluster(): Promise<string> {
  const shared = process.env[CLUSTER_VARIABLE];
  const dataDir = shared ?? newClusterFolder();
  const server = await startPostgres({ dataDir, flags: THROW_AWAY, throwAway: true });
  if (!shared) process.once('beforeExit', () => void discardCluster(dataDir));
  return server.url('postgres');
}

async function ensureTemplate(server: string): Promise<string> {
  const checksums = readMigrations().map((migration) => migration.checksum);
  const name = `template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 16)}`;
  const client = await connect(server);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    const draft = uniqueName('draft');
    await migrate(inDatabase(server, draft));
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(draft)} RENAME TO ${pg.escapeIdentifier(name)}`);
    return name;
  } finally {
    await client.end();
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = await connect(server);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
