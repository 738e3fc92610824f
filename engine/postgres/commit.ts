import type { Pool, PoolClient } from 'pg';
import { rowKey } from '../host/commit/ids';
import { type Decide, type Plan, planBatch } from '../host/commit/plan';
import { failpoint } from '../host/failpoints';
import type { Addressed, HandOver, Outcome } from '../host/ports';
import { isCollision, isConnectionLost, isShortage } from './errors';
import { patiently } from './patience';
import { run, type Statement } from './pool';
import { inOrder, lockAndRead } from './read';
import type { Known, Snapshots } from './snapshots';
import { hotValues, WRITE_HOT } from './write-hot';
import { sendRest } from './write-rest';

/** How often one command is tried while other writers are faster. */
const MAX_COLLISIONS = 10;
/** How often a connection may be lost under one commit; each time there is `patienceMs` to get another. */
const MAX_LOSSES = 5;

export interface CommitOptions {
  pool: Pool;
  snapshots: Snapshots;
  patienceMs: number;
  decide: Decide;
  handOver: HandOver | undefined;
}

/** The COMMIT was sent and its answer was lost: the transaction happened or it did not. */
class UnknownCommit extends Error {
  constructor(
    readonly plan: Plan,
    cause: unknown,
  ) {
    super('The connection was lost at COMMIT.', { cause });
  }
}

type Knowns = ReadonlyMap<string, Known>;
const NOTHING_KNOWN: Knowns = new Map();

/**
 * Commits a batch in one transaction: first with what this process knows, then with everything read under lock, at
 * last its members one by one. See `EngineStore.commit`.
 */
export async function commitBatch(batch: readonly Addressed[], options: CommitOptions): Promise<Outcome[]> {
  let known: Knowns = options.snapshots.take(batch);
  for (let losses = 0; losses < MAX_LOSSES; ) {
    try {
      return await attempt(batch, options, known);
    } catch (error) {
      const settled = await settle(error, options);
      if (settled) return settled;
      if (isLost(error)) losses++;
      else if (known.size === 0) break;
      known = NOTHING_KNOWN;
    }
  }
  const outcomes: Outcome[] = [];
  for (const member of batch) outcomes.push(await commitAlone(member, options));
  return outcomes;
}

async function commitAlone(member: Addressed, options: CommitOptions): Promise<Outcome> {
  for (let collisions = 0, losses = 0; collisions < MAX_COLLISIONS; ) {
    try {
      return (await attempt([member], options, NOTHING_KNOWN))[0]!;
    } catch (error) {
      const settled = await settle(error, options);
      if (settled) return settled[0]!;
      if (isCollision(error)) await pause(Math.random() * 2 ** Math.min(++collisions, 6));
      else if (!isLost(error)) return refusedByDatabase(error);
      else if (++losses === MAX_LOSSES) throw error;
    }
  }
  return {
    ok: false,
    code: 'storage-conflict',
    message: 'Others kept changing this instance at the same time. Send it again.',
  };
}

async function attempt(
  batch: readonly Addressed[],
  options: CommitOptions,
  known: Knowns,
): Promise<Outcome[]> {
  const client = await patiently(options.patienceMs, () => options.pool.connect());
  let broken = false;
  try {
    const view = await lockAndRead(client, batch, known);
    const plan = planBatch(view, batch, options.decide, options.handOver);
    refuseGuesses(plan, batch, known);
    if (plan.writes.ledger.length === 0) await client.query('ROLLBACK');
    else {
      await write(client, plan);
      options.snapshots.keep(plan);
    }
    return plan.outcomes;
  } catch (error) {
    broken = isLost(error);
    if (!broken)
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** An answer that nothing in the database would confirm: the batch has to be read under lock. */
class Guess extends Error {}

/** What was decided on known instances must be confirmed by comparing the version and the token of the work. */
function refuseGuesses({ outcomes, writes }: Plan, batch: readonly Addressed[], known: Knowns): void {
  if (known.size === 0) return;
  for (const [index, { instanceId, workLease }] of batch.entries()) {
    if (!known.has(instanceId) || !workLease) continue;
    const op = writes.work.get(rowKey(instanceId, workLease.key));
    const compared = op && 'token' in op && op.token === workLease.token;
    if (!outcomes[index]?.ok || !compared) throw new Guess();
  }
}

/** Writes and COMMIT in one round trip: a failed guard aborts the transaction, which makes the COMMIT a rollback. */
async function write(client: PoolClient, plan: Plan): Promise<void> {
  failpoint('commit:before');
  const sent = [run(client, WRITE_HOT, hotValues(plan.writes)), ...sendRest(client, plan.writes)];
  const commit = client.query('COMMIT');
  failpoint('commit:sent');
  try {
    await inOrder([...sent, commit]);
  } catch (error) {
    throw isConnectionLost(error) ? new UnknownCommit(plan, error) : error;
  }
  failpoint('commit:after');
}

const FIND_ROW: Statement = {
  name: 'engine-find-row',
  text: `SELECT 1 FROM ledger WHERE stream = $1 AND first_seq = $2 AND leaf_hash = decode($3, 'hex')`,
};

/**
 * Was an unknown commit done? One of its rows tells, for it is all or nothing and leaf hashes are salted. When it
 * was not, sending again is safe even if the lost session still runs: it holds the locks, and command ids are unique.
 */
async function settle(error: unknown, { pool, patienceMs }: CommitOptions): Promise<Outcome[] | null> {
  if (!(error instanceof UnknownCommit)) return null;
  const row = error.plan.writes.ledger[0]!;
  const { rowCount } = await patiently(patienceMs, () =>
    run(pool, FIND_ROW, [row.stream, row.firstSeq, row.leafHash]),
  );
  return rowCount ? error.plan.outcomes : null;
}

const isLost = (error: unknown): boolean =>
  error instanceof UnknownCommit || (!(error instanceof Guess) && isConnectionLost(error));

/** What the database itself lacks (space, memory, a disk) is no fault of the step. */
function refusedByDatabase(error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error);
  if (isShortage(error))
    return { ok: false, code: 'storage-conflict', message: `The database could not store it now: ${reason}` };
  return { ok: false, code: 'invariant', message: `The database refused to store the step: ${reason}` };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
