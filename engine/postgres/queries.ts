import type { Pool } from 'pg';
import { streamOf } from '../host/commit/ids';
import { Gather } from '../host/gather';
import type { DueTimer, EngineStore, RecordedTransition } from '../host/ports';
import { recordedTransition } from '../host/recorded';
import { readSnapshot } from '../host/snapshot';
import { textArray } from './arrays';
import type { Horizon } from './horizon';
import { isoSql, run, type Statement } from './pool';

const LOAD: Statement = {
  name: 'engine-load',
  text: 'SELECT id, state FROM instance WHERE id = ANY($1::text[])',
};
/** The row that holds event `afterSeq + 1` may begin before it. */
const HISTORY: Statement = {
  name: 'engine-history',
  text: `SELECT first_seq, ${isoSql('at')} AS at, canon, encode(leaf_hash, 'hex') AS leaf_hash, data FROM ledger
    WHERE stream = $1 AND first_seq + count - 1 > $2 AND first_seq >= coalesce(
      (SELECT max(first_seq) FROM ledger WHERE stream = $1 AND first_seq <= $2 + 1), 0)
    ORDER BY first_seq LIMIT $3`,
};
const DUE: Statement = {
  name: 'engine-due',
  text: `SELECT ${isoSql('n.now')} AS now, t.instance_id, t.key, t.element_id, ${isoSql('t.due_at')} AS due_at
    FROM (SELECT engine_now() AS now) n LEFT JOIN LATERAL (
      SELECT instance_id, key, element_id, due_at FROM timer
      WHERE due_at BETWEEN $2::timestamptz AND engine_now() ORDER BY due_at LIMIT $1) t ON true
    ORDER BY t.due_at`,
};
const NEXT: Statement = {
  name: 'engine-next',
  text: `SELECT ${isoSql('least(t.at, w.at)')} AS at
    FROM (SELECT min(due_at) AS at FROM timer WHERE due_at >= $2::timestamptz) t,
    (SELECT min(f.at) AS at FROM unnest($1::text[]) AS n(work_type) CROSS JOIN LATERAL (
      SELECT min(available_at) AS at FROM work
      WHERE work_type = n.work_type AND available_at >= $2::timestamptz) f) w`,
};
const NOW: Statement = { name: 'engine-now', text: `SELECT ${isoSql('engine_now()')} AS at` };
const SWEEP: Statement = {
  name: 'engine-sweep',
  text: `DELETE FROM engine_command WHERE at < engine_now() - $1 * interval '1 day'`,
};

/** Snapshots that are read in one go; each may be as large as a message. */
const LOADED_TOGETHER = 20;

/** See `EngineStore.load`. What is asked for at the same time shares a round trip; a damaged snapshot is its own. */
export function createLoad(pool: Pool): EngineStore['load'] {
  const texts = new Gather<string, string | undefined>(async (ids) => {
    const { rows } = await run<{ id: string; state: string }>(pool, LOAD, [textArray([...new Set(ids)])]);
    const found = new Map(rows.map((row) => [row.id, row.state]));
    return ids.map((id) => found.get(id));
  }, LOADED_TOGETHER);
  return async (instanceId) => {
    const text = await texts.add(instanceId);
    return text === undefined ? null : readSnapshot(text, { id: instanceId });
  };
}

interface HistoryRow {
  first_seq: number;
  at: string;
  canon: string;
  leaf_hash: string;
  data: string | null;
}

/** See `EngineStore.history`. */
export async function history(
  pool: Pool,
  instanceId: string,
  afterSeq: number,
  limit: number,
): Promise<RecordedTransition[]> {
  const { rows } = await run<HistoryRow>(pool, HISTORY, [streamOf(instanceId), afterSeq, limit]);
  return rows.map((row) =>
    recordedTransition({
      firstSeq: row.first_seq,
      at: row.at,
      canon: row.canon,
      leafHash: row.leaf_hash,
      data: row.data,
    }),
  );
}

const TIMERS = 'timers';

/** See `EngineStore.dueTimers`. */
export async function dueTimers(pool: Pool, horizon: Horizon, max: number): Promise<DueTimer[]> {
  type Row = { now: string; instance_id: string | null; key: number; element_id: string; due_at: string };
  const from = horizon.from(TIMERS);
  const rows = (await run<Row>(pool, DUE, [max, from])).rows;
  const due = rows.filter((row): row is Row & { instance_id: string } => row.instance_id !== null);
  horizon.looked(TIMERS, from, { now: rows[0]!.now, complete: due.length < max });
  return due.map((row) => ({
    instanceId: row.instance_id,
    key: row.key,
    elementId: row.element_id,
    dueAt: row.due_at,
  }));
}

/** See `EngineStore.now`. */
export async function now(pool: Pool): Promise<string> {
  return (await run<{ at: string }>(pool, NOW, [])).rows[0]!.at;
}

/** See `EngineStore.nextDue`. */
export async function nextDue(
  pool: Pool,
  horizon: Horizon,
  workTypes: readonly string[],
): Promise<string | null> {
  const values = [[...workTypes], horizon.from(TIMERS)];
  return (await run<{ at: string | null }>(pool, NEXT, values)).rows[0]?.at ?? null;
}

/** See `EngineStore.retentionSweep`. */
export async function retentionSweep(pool: Pool, days: number): Promise<number> {
  return (await run(pool, SWEEP, [days])).rowCount ?? 0;
}
