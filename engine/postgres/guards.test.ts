import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../scripts/test/database';
import { emptyWriteSet, type WriteSet } from '../host/commit/rows';
import type { EngineStore } from '../host/ports';
import { decide, send, starting } from '../testing/conformance/helpers';
import { createPool } from './pool';
import { inOrder } from './read';
import { createPostgresStore } from './store';
import { hotValues, WRITE_HOT } from './write-hot';
import { sendRest } from './write-rest';

/** Each guard alone: the others would catch the same collisions, so that none is missed when one fails. */
describe('the guards of a commit', () => {
  let database: TestDatabase;
  let store: EngineStore;
  let pool: pg.Pool;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = createPostgresStore({ connectionString: database.url, applicationName: 'guards' });
    pool = createPool({ connectionString: database.url });
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await store.commit([starting('i')], decide);
  });
  afterAll(async () => {
    await store.close();
    await pool.end();
    await admin.end();
    await database.drop();
  });

  async function write(fill: (writes: WriteSet) => void): Promise<unknown> {
    const writes = emptyWriteSet();
    fill(writes);
    const client = await pool.connect();
    try {
      const hot = client.query({ ...WRITE_HOT, values: hotValues(writes) });
      return await inOrder([
        client.query('BEGIN'),
        hot,
        ...sendRest(client, writes),
        client.query('ROLLBACK'),
      ]);
    } finally {
      client.release(true);
    }
  }

  it('compare the version of the instance', async () => {
    const state = (await store.load('i'))!;
    const row = {
      id: 'i',
      processId: 'p',
      modelId: 'm',
      title: null,
      state,
      text: JSON.stringify(state),
      head: 'h',
      at: await store.now(),
    };
    const at = (expectedSeq: number) => (writes: WriteSet) =>
      writes.instances.set('i', { ...row, expectedSeq });
    await expect(write(at(state.seq))).resolves.toBeDefined();
    await expect(write(at(state.seq - 1))).rejects.toMatchObject({ code: '40001' });
  });

  it('compare the token of the work, and find the timer and the message', async () => {
    const work = { instanceId: 'i', key: 3, token: 'of somebody else' };
    const again = { attempt: 2, availableAt: await store.now() };
    const refused = { code: '40001' };
    await expect(write(({ work: w }) => w.set('i:3', { op: 'delete', ...work }))).rejects.toMatchObject(
      refused,
    );
    await expect(
      write(({ work: w }) => w.set('i:3', { op: 'reschedule', ...work, ...again })),
    ).rejects.toMatchObject(refused);
    await expect(
      write(({ timers }) => timers.set('i:9', { op: 'delete', instanceId: 'i', key: 9, guarded: true })),
    ).rejects.toMatchObject(refused);
    const gone = { position: '999', receiver: 'i', at: await store.now() };
    await expect(write(({ messages }) => messages.set('999', gone))).rejects.toMatchObject(refused);
  });

  it('wait for whoever holds the instance', async () => {
    await admin.query('BEGIN');
    await admin.query(`SELECT 1 FROM instance WHERE id = 'i' FOR UPDATE`);
    const commit = store.commit([send('i', { type: 'cancel', reason: 'x' })], decide);
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'guards' AND wait_event_type = 'Lock'
      AND query LIKE '%FOR NO KEY UPDATE%'`;
    // Asked outside the transaction, which would see the same activity all the time.
    await expect.poll(async () => (await pool.query(waiting)).rowCount, { timeout: 10_000 }).toBe(1);
    await admin.query('COMMIT');
    expect(await commit).toMatchObject([{ ok: true }]);
  });
});
