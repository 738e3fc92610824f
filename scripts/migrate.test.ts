import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.mjs';
import { connect, inDatabase } from './postgres/external.mjs';
import { createEmptyDatabase, type TestDatabase } from './test/database.ts';

let database: TestDatabase;
let folder: string;
let warnings: string[];

const write = (name: string, sql: string) => {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
};
const run = (url = database.url) => migrate(url, { folder, warn: (text) => warnings.push(text) });
const query = async (sql: string) => {
  const client = await connect(database.url);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
  warnings = [];
});
afterEach(() => database.drop());

describe('migrate', () => {
  it('applies every migration once, oldest first, each with several statements', async () => {
    write('002_rows', 'INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);');
    write('001_table', 'CREATE TABLE a (n int); CREATE INDEX a_n ON a (n);');
    expect(await run()).toEqual(['001_table', '002_rows']);
    expect(await run()).toEqual([]);
    expect(await query('SELECT n FROM a ORDER BY n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('creates the database when the server does not have it', async () => {
    write('001_table', 'CREATE TABLE a (n int)');
    const url = inDatabase(database.url, `${new URL(database.url).pathname.slice(1)}_new`);
    expect(await run(url)).toEqual(['001_table']);
    await query(`DROP DATABASE "${new URL(url).pathname.slice(1)}"`);
  });

  it('lets processes that start together apply each migration once', async () => {
    write('001_table', 'CREATE TABLE a (n int)');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual(['001_table']);
  });

  it('warns about a migration that was modified after it was applied', async () => {
    write('001_table', 'CREATE TABLE a (n int)');
    await run();
    write('001_table', 'CREATE TABLE a (n bigint)');
    expect(await run()).toEqual([]);
    expect(warnings).toEqual(['Migration 001_table was modified after it was applied.']);
  });

  it('warns when the database was used by a newer version', async () => {
    write('001_table', 'CREATE TABLE a (n int)');
    await run();
    folder = mkdtempSync(path.join(tmpdir(), 'migrations-'));
    await run();
    expect(warnings.join()).toContain('001_table');
  });

  it('names a failed migration and its reason, keeps nothing of it, and refuses to go on', async () => {
    write('001_broken', 'CREATE TABLE a (n int); SELECT nothing_like_this;');
    const failure = { code: 'migration-failed', message: expect.stringContaining('001_broken') };
    await expect(run()).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('nothing_like_this'),
    });
    write('001_broken', 'CREATE TABLE a (n int)');
    await expect(run()).rejects.toMatchObject({
      ...failure,
      message: expect.stringContaining('001_broken failed earlier'),
    });
    expect(await query("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
    await query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    expect(await run()).toEqual(['001_broken']);
  });
});
