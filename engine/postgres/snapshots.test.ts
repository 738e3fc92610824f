import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../scripts/test/database';
import type { ClaimedWork, EngineStore, HandOver } from '../host/ports';
import { completing, decide, fresh, send, starting, succeeded } from '../testing/conformance/helpers';
import { createPostgresStore } from './store';

const TO_ME: HandOver = { workTypes: ['first'], worker: 'w1', leaseMs: 60_000, max: 9 };

/** What a process knows is a guess: whoever was faster must win as if it had been read under the lock. */
describe('a commit on an instance that the process has just written', () => {
  let database: TestDatabase;
  let mine: EngineStore;
  let other: EngineStore;
  let admin: pg.Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    mine = createPostgresStore({ connectionString: database.url });
    other = createPostgresStore({ connectionString: database.url });
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
  });
  afterAll(async () => {
    await Promise.all([mine.close(), other.close(), admin.end()]);
    await database.drop();
  });

  /** An instance whose work this process has handed to itself. */
  async function held(): Promise<ClaimedWork> {
    const [outcome] = await mine.commit([starting(fresh('known'))], decide, TO_ME);
    return succeeded(outcome!).handedOver[0]!;
  }
  const once = (work: ClaimedWork) => completing(work, { once: true });
  const setting = (id: string) => send(id, { type: 'set-variables', variables: { n: 99 }, reason: 'x' });

  it('reads nothing of it', async () => {
    const work = await held();
    // A damaged snapshot would be refused if it were read.
    await admin.query(`UPDATE instance SET state = 'null' WHERE id = $1`, [work.instanceId]);
    const [outcome] = await mine.commit([once(work)], decide);
    expect(succeeded(outcome!).events[0]?.type).toBe('work.completed');
    expect((await mine.load(work.instanceId))?.seq).toBe(succeeded(outcome!).state.seq);
  });

  it('builds on what another process did meanwhile', async () => {
    const work = await held();
    succeeded((await other.commit([setting(work.instanceId)], decide))[0]!);
    const [outcome] = await mine.commit([once(work)], decide);
    expect(succeeded(outcome!).state.variables).toMatchObject({ n: 99 });
  });

  it('is refused when the lease went to another process', async () => {
    const work = await held();
    await admin.query('UPDATE work SET available_at = engine_now() WHERE instance_id = $1', [
      work.instanceId,
    ]);
    const claim = { workTypes: ['first'], max: 100, leaseMs: 60_000, worker: 'w2' };
    expect((await other.claimWork(claim)).map((one) => one.instanceId)).toContain(work.instanceId);
    const [outcome] = await mine.commit([once(work)], decide);
    expect(outcome).toMatchObject({ ok: false, code: 'stale-lease' });
  });

  it('is refused when another process has ended it, and the rest of the batch goes through', async () => {
    const [gone, stays] = [await held(), await held()];
    const cancel = send(gone.instanceId, { type: 'cancel', reason: 'x' });
    succeeded((await other.commit([cancel], decide))[0]!);
    const outcomes = await mine.commit([once(gone), once(stays)], decide);
    expect(outcomes).toMatchObject([{ ok: false, code: 'stale-lease' }, { ok: true }]);
  });

  it('is computed again under the lock when the step throws', async () => {
    const [bad, good] = [await held(), await held()];
    const poisoned: typeof decide = (locked) => {
      if (locked.addressed.instanceId === bad.instanceId) throw new Error('an illegal move');
      return decide(locked);
    };
    const outcomes = await mine.commit([once(bad), once(good)], poisoned);
    expect(outcomes).toMatchObject([{ ok: false, code: 'invariant' }, { ok: true }]);
    succeeded((await mine.commit([once(bad)], decide))[0]!);
  });

  it('is told a repeat by the row it consumed', async () => {
    const work = await held();
    const done = once(work);
    succeeded((await mine.commit([done], decide))[0]!);
    expect((await mine.commit([done], decide))[0]).toMatchObject({ ok: false, code: 'stale-lease' });
    const { rowCount } = await admin.query('SELECT 1 FROM engine_command WHERE id = $1', [done.command.id]);
    expect(rowCount).toBe(0);
  });
});
