import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { connect, createDatabaseIfMissing } from './postgres/external.mjs';
import { describeProblem, SetupProblem } from './setup/problem.mjs';

/** The advisory lock `prisma migrate` takes, so that the two never run at once. */
const PRISMA_LOCK = 72707369;
const DEFAULT_FOLDER = path.join(import.meta.dirname, '../prisma/migrations');
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/**
 * Brings a database to the newest schema, as `prisma migrate deploy` would (same table, checksums and
 * lock) but without its engine. A missing database is created. Several processes may call it at once.
 * @param {string} url
 * @param {{ folder?: string, warn?: (text: string) => void }} [options]
 * @returns {Promise<string[]>} the names of the migrations applied now
 * @throws {SetupProblem} `migration-failed`, naming the migration and the reason
 */
export async function migrate(url, { folder = DEFAULT_FOLDER, warn = console.warn } = {}) {
  await createDatabaseIfMissing(url);
  const client = await connect(url);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    await client.query('SET client_min_messages = warning');
    await client.query(TABLE);
    const known = await readApplied(client);
    const wanted = readMigrations(folder);
    const unknown = [...known.keys()].filter((name) => !wanted.some((migration) => migration.name === name));
    if (unknown.length)
      warn(
        `The database has migrations this version does not know (${unknown.join(', ')}): was it used by a newer one?`,
      );
    const pending = wanted.filter((migration) => isPending(migration, known.get(migration.name), warn));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/**
 * Every migration of a folder, oldest first.
 * @param {string} folder
 * @returns {Migration[]}
 */
export function readMigrations(folder = DEFAULT_FOLDER) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** @param {pg.Client} client */
async function readApplied(client) {
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

/**
 * @param {Migration} migration
 * @param {{ checksum: string, finished_at: Date | null, logs: string | null } | undefined} row
 * @param {(text: string) => void} warn
 */
function isPending(migration, row, warn) {
  if (!row) return true;
  if (!row.finished_at) throw failed(migration.name, row.logs ?? 'the process ended while it ran', 'earlier');
  if (row.checksum !== migration.checksum)
    warn(`Migration ${migration.name} was modified after it was applied.`);
  return false;
}

/**
 * @param {pg.Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await client.query('ROLLBACK');
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, reason]);
    throw failed(name, reason, 'now');
  }
  await client.query(
    'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1',
    [id],
  );
}

/**
 * @param {string} name
 * @param {string} reason
 * @param {'now' | 'earlier'} when
 */
function failed(name, reason, when) {
  return new SetupProblem(
    'migration-failed',
    `Migration ${name} failed${when === 'earlier' ? ' earlier' : ''}: ${reason}`,
    `When the cause is put right: npx prisma migrate resolve --rolled-back ${name}, then start again.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env.DATABASE_URL;
  try {
    if (!url)
      throw new SetupProblem(
        'no-database-url',
        'DATABASE_URL is not set.',
        '`npm start` migrates by itself.',
      );
    const applied = await migrate(url);
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  } catch (error) {
    console.error(describeProblem(error));
    process.exitCode = 1;
  }
}
