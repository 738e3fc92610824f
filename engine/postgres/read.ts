import type { PoolClient } from 'pg';
import { rowKey } from '../host/commit/ids';
import type { BatchView } from '../host/commit/plan';
import type { StoredInstance } from '../host/commit/rows';
import type { Addressed } from '../host/ports';
import { readSnapshot } from '../host/snapshot';
import { intArray, textArray } from './arrays';
import { isoSql, run, type Statement } from './pool';
import type { Known } from './snapshots';

const LOCK: Statement = {
  name: 'engine-lock',
  text: `SELECT id, process_id, seq, head, ${isoSql('updated_at')} AS updated_at, state
    FROM instance WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE`,
};
/** After the locks, so that the clock and the rows are not older than what the last holder wrote. */
const COMMITTED: Statement = {
  name: 'engine-committed',
  text: `SELECT ${isoSql('n.at')} AS at, c.id, c.instance_id, c.first_seq
    FROM (SELECT engine_now() AS at) n LEFT JOIN engine_command c ON c.id = ANY($1::text[])`,
};
const TOKENS: Statement = {
  name: 'engine-tokens',
  text: `SELECT w.instance_id, w.key, w.token FROM unnest($1::text[], $2::int[]) AS n(instance_id, key)
    JOIN work w ON w.instance_id = n.instance_id AND w.key = n.key`,
};
const TIMERS: Statement = {
  name: 'engine-timers',
  text: `SELECT t.instance_id, t.key FROM unnest($1::text[], $2::int[]) AS n(instance_id, key)
    JOIN timer t ON t.instance_id = n.instance_id AND t.key = n.key`,
};

const MESSAGES: Statement = {
  name: 'engine-messages',
  text: `SELECT position::text AS position FROM message
    WHERE position = ANY($1::text[]::bigint[]) AND consumed_at IS NULL`,
};

interface LockedRow {
  id: string;
  process_id: string;
  seq: number;
  head: string;
  updated_at: string;
  state: string;
}
interface CommittedRow {
  at: string;
  id: string | null;
  instance_id: string;
  first_seq: number;
}
interface KeyRow {
  instance_id: string;
  key: number;
  token: string | null;
}

/**
 * BEGIN, locks in id order, then what the batch refers to: one round trip. Leaves the transaction open. What is
 * `known` is neither locked nor read, because its version and tokens are compared when it is written.
 */
export async function lockAndRead(
  client: PoolClient,
  batch: readonly Addressed[],
  known: ReadonlyMap<string, Known>,
): Promise<BatchView> {
  const ids = [...new Set(batch.map((member) => member.instanceId))].filter((id) => !known.has(id));
  const leases = batch.filter((member) => member.workLease && !known.has(member.instanceId));
  const commands = batch.filter((member) => !member.once).map((member) => member.command.id);
  const timers = batch.filter((member) => member.timer);
  const messages = batch.flatMap(({ message }) => (message ? [message.position] : []));
  const [, locked, committed, tokenRows, timerRows, messageRows] = await inOrder([
    client.query('BEGIN'),
    ids.length ? run<LockedRow>(client, LOCK, [textArray(ids)]) : { rows: [] },
    run<CommittedRow>(client, COMMITTED, [textArray(commands)]),
    readKeys(client, TOKENS, leases, (member) => member.workLease?.key ?? 0),
    readKeys(client, TIMERS, timers, (member) => member.timer?.key ?? 0),
    readMessages(client, messages),
  ] as const);
  const instances = new Map(locked.rows.map((row) => [row.id, storedInstance(row)]));
  const tokens = new Map(tokenRows.map((row) => [rowKey(row.instance_id, row.key), row.token]));
  for (const [id, { stored, tokens: held }] of known) {
    instances.set(id, stored);
    for (const [key, token] of held) tokens.set(rowKey(id, key), token);
  }
  return {
    at: committed.rows[0]!.at,
    instances,
    committed: committedById(committed.rows),
    tokens,
    timers: new Set(timerRows.map((row) => rowKey(row.instance_id, row.key))),
    messages: new Set(messageRows),
  };
}

async function readKeys(
  client: PoolClient,
  statement: Statement,
  members: readonly Addressed[],
  keyOf: (member: Addressed) => number,
): Promise<KeyRow[]> {
  if (members.length === 0) return [];
  const ids = textArray(members.map((member) => member.instanceId));
  return (await run<KeyRow>(client, statement, [ids, intArray(members.map(keyOf))])).rows;
}

async function readMessages(client: PoolClient, positions: readonly string[]): Promise<string[]> {
  if (positions.length === 0) return [];
  const { rows } = await run<{ position: string }>(client, MESSAGES, [textArray(positions)]);
  return rows.map((row) => row.position);
}

function storedInstance(row: LockedRow): StoredInstance {
  return {
    id: row.id,
    processId: row.process_id,
    seq: row.seq,
    head: row.head,
    updatedAt: row.updated_at,
    readState: () => readSnapshot(row.state, row),
  };
}

const committedById = (rows: readonly CommittedRow[]): BatchView['committed'] =>
  new Map(
    rows.flatMap((row) =>
      row.id === null ? [] : [[row.id, { instanceId: row.instance_id, firstSeq: row.first_seq }] as const],
    ),
  );

/**
 * Awaits statements that were sent together. When one fails, those behind it fail for that reason alone: the
 * first error is the one that counts, and none stays unhandled.
 */
export async function inOrder<T extends readonly unknown[]>(
  sent: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(sent);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as never;
}
