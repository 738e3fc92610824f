import pg from 'pg';
import { createTestDatabase } from '../../../scripts/test/database';
import type { EngineStore } from '../../host/ports';
import { exerciseDelivery } from '../../testing/exercise-delivery';
import { createPostgresStore } from '../store';
import { insertStartSubscription, insertStartTimer, offsetClock } from '../testing/start-rows';

exerciseDelivery('PostgreSQL', async () => {
  const database = await createTestDatabase();
  const stores: EngineStore[] = [];
  const another = async () => {
    const store = createPostgresStore({ connectionString: database.url, connections: 3 });
    stores.push(store);
    return store;
  };
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  let offset = 0;
  return {
    store: await another(),
    another,
    advance: async (ms) => {
      offset += ms;
      await offsetClock(admin, offset);
    },
    startSubscription: (row) => insertStartSubscription(admin, row),
    startTimer: (row) => insertStartTimer(admin, row),
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await admin.end();
      await database.drop();
    },
  };
});
