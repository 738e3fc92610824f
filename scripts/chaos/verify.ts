import pg from 'pg';
import type { InstanceState } from '@/engine/core/state';
import { streamOf } from '@/engine/host/commit/ids';
import { recordedTransition } from '@/engine/host/recorded';
import { GENESIS } from '@/engine/host/seal';
import { verifyRow } from '@/engine/host/verify-row';
import { violations } from '@/engine/testing/invariants';
import type { EffectsServer } from './effects-server';
import { findExchangeFaults } from './exchange-faults';
import type { Load } from './load';
import { processOf } from './process';

/** What doesn't hold, and how much was exchanged. */
export interface Findings {
  faults: string[];
  received: number;
  called: number;
}

interface LedgerRow {
  stream: string;
  first_seq: number;
  count: number;
  at: Date;
  canon: string;
  leaf_hash: string;
  data: string;
  salt: Buffer;
}

/** Everything that must hold after the storm; what doesn't, in words. */
export async function findFaults(
  url: string,
  load: Pick<Load, 'acknowledged' | 'rings' | 'firings'>,
  effects: EffectsServer,
): Promise<Findings> {
  const { acknowledged } = load;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const instances = (await client.query('SELECT id, status, state, seq, head, process_key FROM instance'))
      .rows;
    const ledger = (
      await client.query<LedgerRow>(
        `SELECT stream, first_seq, count, at, canon, encode(leaf_hash, 'hex') AS leaf_hash, data, salt
        FROM ledger ORDER BY stream, first_seq`,
      )
    ).rows;
    const left = (
      await client.query(
        'SELECT (SELECT count(*) FROM work)::int AS work, (SELECT count(*) FROM timer)::int AS timers',
      )
    ).rows[0];
    const byStream = new Map<string, LedgerRow[]>();
    for (const row of ledger) byStream.set(row.stream, [...(byStream.get(row.stream) ?? []), row]);
    const found: string[] = [];
    if (left.work + left.timers > 0)
      found.push(`${left.work} work and ${left.timers} timer rows are left over`);
    const known = new Set(instances.map((row) => row.id));
    for (const id of acknowledged.keys())
      if (!known.has(id)) found.push(`${id} was acknowledged and is lost`);
    const keys = new Set<string>();
    for (const row of instances) {
      const rows = byStream.get(streamOf(row.id)) ?? [];
      found.push(
        ...faultsOfInstance(row, rows, acknowledged.get(row.id)).map((fault) => `${row.id}: ${fault}`),
      );
      for (const key of calledKeys(rows)) keys.add(`${row.id}:${key}`);
    }
    const histories = new Map(
      instances.map((row) => [row.id, (byStream.get(streamOf(row.id)) ?? []).map(recordedRow)]),
    );
    const exchange = await findExchangeFaults(client, histories, load);
    return { ...exchange, faults: [...found, ...faultsOfEffects(effects, keys), ...exchange.faults] };
  } finally {
    await client.end();
  }
}

function faultsOfInstance(
  row: { id: string; status: string; state: string; head: string; process_key: string },
  ledger: readonly LedgerRow[],
  acknowledged: string | undefined,
): string[] {
  const found: string[] = [];
  if (row.status !== 'completed') found.push(`is ${row.status}: ${row.state}`);
  const transitions = ledger.map((one) => recordedRow(one));
  const stored = {
    executable: processOf(row.process_key),
    state: JSON.parse(row.state) as InstanceState,
    transitions: transitions.map((one) => ({ ...one, command: one.cause })),
    rows: { work: [], timers: [], tasks: [], subscriptions: [] },
    acknowledged: acknowledged === undefined ? [] : [acknowledged],
  };
  found.push(...violations(stored));
  let previous: { leafHash: string; nextSeq: number } | null = null;
  for (const one of ledger) {
    const { stream, count, canon, data, salt } = one;
    const named = { stream, count, canon, data, salt, firstSeq: one.first_seq, leafHash: one.leaf_hash };
    const verdict = verifyRow({ ...named, at: one.at.toISOString() }, previous, GENESIS);
    if (!verdict.ok) found.push(`row ${one.first_seq}: ${verdict.message}`);
    previous = { leafHash: one.leaf_hash, nextSeq: one.first_seq + count };
  }
  if (previous?.leafHash !== row.head) found.push('the end of its chain is not the one it remembers');
  return found;
}

const recordedRow = (row: LedgerRow) =>
  recordedTransition({
    firstSeq: row.first_seq,
    at: row.at.toISOString(),
    canon: row.canon,
    leafHash: row.leaf_hash,
    data: row.data,
  });

const calledKeys = (rows: readonly LedgerRow[]): number[] =>
  rows.flatMap((row) =>
    recordedRow(row).events.flatMap((event) => (event.type === 'work.completed' ? [event.key ?? 0] : [])),
  );

/** Each completed call has its key, each key was used for one step only, and no call came without one. */
function faultsOfEffects(effects: EffectsServer, completed: ReadonlySet<string>): string[] {
  const found: string[] = [];
  if (effects.keyless) found.push(`${effects.keyless} calls without a key`);
  for (const key of completed) if (!effects.calls.has(key)) found.push(`${key} completed without its call`);
  for (const [key, bodies] of effects.calls) {
    if (!completed.has(key)) found.push(`${key} was called and never completed`);
    if (new Set(bodies).size > 1) found.push(`${key} was used for ${[...new Set(bodies)].join(' and ')}`);
  }
  return found;
}
