import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../scripts/test/database';
import type { CommitSignals } from '../host/ports';
import { createSignals } from './notify';

describe('pings between processes', () => {
  let database: TestDatabase;
  const open: CommitSignals[] = [];
  const signals = (): CommitSignals => {
    const made = createSignals({ connectionString: database.url, applicationName: 'pings' });
    open.push(made);
    return made;
  };
  /** The next ping that fits. */
  const next = (from: CommitSignals, fits: (ids: readonly string[]) => boolean = () => true) =>
    new Promise<{ ids: readonly string[]; mine: boolean }>((resolve) => {
      const end = from.subscribe((ids, mine) => {
        if (!fits(ids)) return;
        end();
        resolve({ ids, mine });
      });
    });
  /** A listener is there once it hears another; itself it hears without the database. */
  const listening = async (from: CommitSignals) => {
    const other = signals();
    const heard = next(from, (ids) => ids.includes('warm-up'));
    const again = setInterval(() => other.publish(['warm-up']), 20);
    await heard;
    clearInterval(again);
    await other.close();
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(open.map((one) => one.close()));
    await database.drop();
  });

  it('reach the others and the sender, who can tell', async () => {
    const [a, b] = [signals(), signals()];
    await Promise.all([listening(a), listening(b)]);
    const named = (ids: readonly string[]) => ids.includes('i1');
    const heard = Promise.all([next(a, named), next(b, named)]);
    a.publish(['i1', 'i2']);
    a.publish(['i2']);
    expect(await heard).toEqual([
      { ids: ['i1', 'i2'], mine: true },
      { ids: ['i1', 'i2'], mine: false },
    ]);
  });

  it('say "some" when the names do not fit', async () => {
    const [a, b] = [signals(), signals()];
    await listening(b);
    const heard = next(b, (ids) => ids.length === 0);
    a.publish(Array.from({ length: 2_000 }, (_, index) => `instance-${index}`));
    expect(await heard).toEqual({ ids: [], mine: false });
  });

  it('come again after the connection was lost, beginning with "some"', async () => {
    const listener = signals();
    await listening(listener);
    const stay = listener.subscribe(() => {});
    const lost = next(listener, (ids) => ids.length === 0);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pings-notify'`,
    );
    await admin.end();
    await lost;
    await next(listener, (ids) => ids.length === 0); // connected again
    const heard = next(listener, (ids) => ids.includes('i3'));
    signals().publish(['i3']);
    expect((await heard).ids).toContain('i3');
    stay();
  });
});
