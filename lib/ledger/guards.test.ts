import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/scripts/test/database';
import { startTampering, type Tampered } from './tampering';

let ledger: Tampered;
beforeAll(async () => {
  ledger = await startTampering(4);
  await ledger.client.query(`SET session_replication_role = 'origin'`);
});
afterAll(() => ledger.stop());

const DENIED = '42501';

describe('the database refuses', () => {
  for (const statement of [
    `UPDATE ledger SET data = 'x'`,
    `UPDATE ledger SET canon = canon || ' '`,
    `UPDATE ledger SET data = NULL, salt = NULL`,
    'DELETE FROM ledger',
    'TRUNCATE ledger',
  ]) {
    it(statement, async () => {
      await expect(ledger.client.query(statement)).rejects.toMatchObject({ code: DENIED });
    });
  }
  it('other changes while erasing', async () => {
    await ledger.client.query('BEGIN');
    await ledger.client.query(`SELECT set_config('countersign.erasing', 'on', true)`);
    await expect(
      ledger.client.query(`UPDATE ledger SET data = NULL, salt = NULL, canon = 'x'`),
    ).rejects.toMatchObject({ code: DENIED });
    await ledger.client.query('ROLLBACK');
  });
});

describe('erasing', () => {
  it('leaves no plain text in the row, keeps every chain intact, and is reported', async () => {
    await ledger.client.query('SELECT erase_ledger_data($1, 1)', ['admin']);
    const { rows } = await ledger.client.query(
      `SELECT data, salt, canon FROM ledger WHERE stream = 'admin' AND first_seq = 1`,
    );
    expect(rows[0]).toMatchObject({ data: null, salt: null });
    expect(rows[0].canon).not.toContain('geprüft');
    const verdict = await ledger.verify();
    expect(verdict).toMatchObject({ broken: [], erased: 1 });
  });
  it('half of it is broken: data without its salt can’t be checked', async () => {
    const other = await startTampering(2);
    await other.client.query(`UPDATE ledger SET salt = NULL WHERE stream = 'auth' AND first_seq = 1`);
    const { broken, erased } = await other.verify();
    expect([broken.length, erased]).toEqual([1, 0]);
    await other.stop();
  });
});

describe('a role without ownership', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());
  it('may read and append, nothing else', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const role = `reader_${process.pid}_${Date.now()}`;
      await client.query(`CREATE ROLE ${role}`);
      await client.query(`GRANT SELECT, INSERT ON ledger TO ${role}`);
      await client.query(`SET ROLE ${role}`);
      await client.query('SELECT 1 FROM ledger');
      for (const statement of [
        'UPDATE ledger SET data = NULL',
        'DELETE FROM ledger',
        'TRUNCATE ledger',
        'ALTER TABLE ledger DISABLE TRIGGER ALL',
        `SET session_replication_role = 'replica'`,
      ])
        await expect(client.query(statement), statement).rejects.toMatchObject({ code: DENIED });
      await client.query('RESET ROLE');
      await client.query(`REVOKE ALL ON ledger FROM ${role}`);
      await client.query(`DROP ROLE ${role}`);
    } finally {
      await client.end();
    }
  });
});
