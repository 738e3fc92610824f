import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fold } from '../../engine/core/evolve';
import { streamOf } from '../../engine/host/commit/ids';
import { GENESIS } from '../../engine/host/seal';
import { verifyRow } from '../../engine/host/verify-row';
import { createPostgresStore } from '../../engine/postgres/store';
import { createTestDatabase, type TestDatabase } from '../test/database';
import { loadHistory } from './history';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('instances loaded in bulk are as if they had run: chained, sealed, and the fold of their events', async () => {
  await loadHistory(database.url, 3, () => {});
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const store = createPostgresStore({ connectionString: database.url });
  const { rows: instances } = await client.query('SELECT id, status, seq, head FROM instance ORDER BY id');
  expect(instances.map((row) => row.status)).toEqual(['completed', 'completed', 'completed']);
  for (const { id, seq, head } of instances) {
    const { rows } = await client.query(
      `SELECT *, encode(leaf_hash, 'hex') AS leaf FROM ledger WHERE stream = $1 ORDER BY first_seq`,
      [streamOf(id)],
    );
    let previous: { leafHash: string; nextSeq: number } | null = null;
    for (const row of rows) {
      const { stream, first_seq: firstSeq, count, canon, leaf: leafHash, data, salt } = row;
      const stored = { stream, firstSeq, count, canon, leafHash, data, salt, at: row.at.toISOString() };
      expect(verifyRow(stored, previous, GENESIS)).toMatchObject({ ok: true });
      previous = { leafHash, nextSeq: firstSeq + count };
    }
    expect(previous).toEqual({ leafHash: head, nextSeq: seq + 1 });
    const events = (await store.history(id, 0, 100)).flatMap((row) => row.events);
    expect(fold(events)).toEqual(await store.load(id));
  }
  await store.close();
  await client.end();
});
