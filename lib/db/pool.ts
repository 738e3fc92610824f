import 'server-only';
import pg from 'pg';
import { databaseUrl } from './client';

const holder = globalThis as { countersignPool?: pg.Pool };

/** A small plain pool for libraries that speak SQL themselves; the engine has its own. */
export function pool(): pg.Pool {
  if (!holder.countersignPool) {
    holder.countersignPool = new pg.Pool({
      connectionString: databaseUrl(),
      max: 3,
      application_name: 'countersign',
    });
    // Without a listener an idle connection cut by a restarting server would end the process.
    holder.countersignPool.on('error', () => undefined);
  }
  return holder.countersignPool;
}

/** Ends the pool; for scripts and tests. */
export async function closePool(): Promise<void> {
  const ending = holder.countersignPool;
  holder.countersignPool = undefined;
  await ending?.end();
}
