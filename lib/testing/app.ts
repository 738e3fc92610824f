import { randomBytes } from 'node:crypto';
import type { Principal } from '@/lib/auth/principal';
import type { CallContext } from '@/lib/usecase/context';
import { createTestDatabase } from '@/scripts/test/database';

/** A database of one's own with the whole server side on it, engine included. */
export interface TestApp {
  url: string;
  stop(): Promise<void>;
}

/** Starts it. Import use cases after this, or before: nothing connects until it is called. */
export async function startApp({ engine = true }: { engine?: boolean } = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString('base64url');
  process.env.COUNTERSIGN_KEK ??= randomBytes(32).toString('base64url');
  process.env.COUNTERSIGN_SIMULATED_DELAY_MS ??= '1';
  const { startEngine, stopEngine } = await import('@/lib/runtime');
  if (engine) await startEngine();
  return {
    url: database.url,
    async stop() {
      const { closeDb } = await import('@/lib/db/client');
      const { closePool } = await import('@/lib/db/pool');
      await stopEngine(2_000);
      await closeDb();
      await closePool();
      await database.drop();
    },
  };
}

let calls = 0;

/** A fresh call by a principal; `null` is a stranger. */
export const call = (principal: Principal | null): CallContext => ({
  principal,
  address: '192.0.2.1',
  commandId: `test-${process.pid}-${++calls}`,
});

/** Somebody with exactly these roles and groups. */
export const someone = (id: string, roles: string[], groups: string[] = []): Principal => ({
  kind: 'person',
  id,
  name: id,
  roles,
  groups,
  via: 'session',
  demo: false,
});

/** Runs `look` after each change until it gives something; the test's own time limit is the end of patience. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const { getRuntime } = await import('@/lib/runtime');
  let wake: () => void = () => undefined;
  const unsubscribe = getRuntime().store.signals.subscribe(() => wake());
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
        // Not every change is pinged (the audit index), so look again soon in any case.
        setTimeout(resolve, 50);
      });
      const found = await look();
      if (found) return found;
      await changed;
    }
  } finally {
    unsubscribe();
  }
}
