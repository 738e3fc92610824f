import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../postgres/external.mjs';
import { runNode } from '../process/spawn.mjs';
import { ROOT } from '../setup/folders.mjs';
import { createTestDatabase, type TestDatabase } from '../test/database.ts';
import { readArguments } from './arguments.mjs';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const prisma = (...args: string[]) =>
  runNode(['node_modules/prisma/build/index.js', ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database.url },
  });

describe("Prisma's command line on our schema engine", () => {
  it('finds the migrations to make exactly the schema, and leaves no shadow database behind', async () => {
    const source = [
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
      '--exit-code',
    ];
    const { code, output } = await prisma('migrate', 'diff', ...source);
    expect(output).toContain('No difference detected');
    expect(code).toBe(0);
    const client = await connect(database.url);
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'",
    );
    await client.end();
    expect(rows).toEqual([]);
  });

  it('sees what our own migrations did as its own', async () => {
    const { output } = await prisma('migrate', 'status');
    expect(output).toContain('Database schema is up to date');
  });

  it('says which difference there is between the database and the schema', async () => {
    const client = await connect(database.url);
    await client.query('CREATE TABLE stranger (n int PRIMARY KEY)');
    await client.end();
    const target = ['--from-config-datasource', '--to-schema', 'prisma/schema.prisma', '--exit-code'];
    const { code, output } = await prisma('migrate', 'diff', ...target);
    expect(code).toBe(2);
    expect(output).toContain('stranger');
  });
});

describe('command line of the schema engine', () => {
  it('takes the data source as JSON, plain or in base64', () => {
    const json = JSON.stringify({ url: 'postgresql://somewhere/db' });
    for (const text of [json, Buffer.from(json).toString('base64')])
      expect(readArguments(['--datasource', text])).toMatchObject({
        url: 'postgresql://somewhere/db',
        version: false,
      });
    expect(readArguments(['cli', 'create-database'])).toMatchObject({ databaseCommand: 'create-database' });
  });
});
