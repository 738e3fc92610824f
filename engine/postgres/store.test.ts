import pg from 'pg';
import { createTestDatabase } from '../../scripts/test/database';
import { exerciseStore } from '../testing/store-conformance';
import { createPostgresStore } from './store';
import { losingProxy } from './testing/losing-proxy';
import { insertStartSubscription, insertStartTimer, offsetClock } from './testing/start-rows';

exerciseStore('PostgreSQL', async () => {
  const database = await createTestDatabase();
  const proxy = await losingProxy(database.url);
  const store = createPostgresStore({ connectionString: proxy.url });
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  let offset = 0;
  const one = async (text: string, values: unknown[]) => (await admin.query(text, values)).rows[0];
  return {
    store,
    advance: async (ms) => {
      offset += ms;
      await offsetClock(admin, offset);
    },
    erase: async (id, firstSeq) => {
      await admin.query('SELECT erase_ledger_data($1, $2)', [`instance:${id}`, firstSeq]);
    },
    damage: async (id) => {
      await admin.query(`UPDATE instance SET state = '{"format":1,' WHERE id = $1`, [id]);
    },
    task: (id, key) =>
      one(
        `SELECT state, assignee, shown, candidate_users AS users FROM task WHERE instance_id = $1 AND key = $2`,
        [id, key],
      ),
    content: async (hash) => (await one('SELECT body FROM content WHERE hash = $1', [hash]))?.body ?? null,
    incidents: async (id) =>
      (
        await admin.query('SELECT message FROM incident WHERE instance_id = $1 AND resolved_at IS NULL', [id])
      ).rows.map((row) => row.message),
    startSubscription: (row) => insertStartSubscription(admin, row),
    startTimer: (row) => insertStartTimer(admin, row),
    loseNextAnswer: async () => proxy.loseNextCommit(),
    close: async () => {
      await store.close();
      await admin.end();
      await proxy.close();
      await database.drop();
    },
  };
});
