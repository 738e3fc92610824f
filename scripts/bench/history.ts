import pg from 'pg';
import { transition } from '../../engine/core/transition';
import { planBatch } from '../../engine/host/commit/plan';
import type { InstanceWrite } from '../../engine/host/commit/rows';
import { NOOP_WORK } from '../../engine/host/noop-worker';
import type { ClaimedWork, Outcome } from '../../engine/host/ports';
import { GENESIS, type SealedRow } from '../../engine/host/seal';
import { behaviors } from '../../lib/elements/behaviors';
import { newName, starting } from './engine';
import { sequence } from './processes';

const CHUNK = 50_000;
/** Stands for the id of an instance in the texts that are copied. */
const TEMPLATE_ID = 'templateinstance';

/**
 * Puts finished instances of row 1 into the database, ledger and snapshot, as they would be had they run: one is
 * computed, the server copies it under new ids and seals the copies, so that their chains verify.
 */
export async function loadHistory(url: string, count: number, log: (text: string) => void): Promise<void> {
  if (count <= 0) return;
  const { rows, write } = finishedInstance();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off');
    for (let done = 0; done < count; done += CHUNK) {
      const size = Math.min(CHUNK, count - done);
      await loadChunk(client, rows, write, `h${newName()}`, size);
      log(`${done + size} of ${count} finished instances are loaded`);
    }
    await client.query('VACUUM ANALYZE instance, ledger, engine_command');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** The ledger rows and the last snapshot of one instance, computed in memory. */
function finishedInstance(): { rows: SealedRow[]; write: InstanceWrite } {
  const handOver = { workTypes: [NOOP_WORK], worker: 'bench', leaseMs: 9_000, max: 1 };
  const rows: SealedRow[] = [];
  let addressed = starting(TEMPLATE_ID, { amount: 12 });
  let last: InstanceWrite | undefined;
  for (;;) {
    const { outcomes, writes } = planBatch(
      viewOf(last, addressed.workLease),
      [addressed],
      ({ addressed: { command }, state, at }) => transition(sequence, state, { ...command, at }, behaviors),
      handOver,
    );
    rows.push(...writes.ledger);
    last = writes.instances.get(TEMPLATE_ID);
    const work = handedOver(outcomes[0]);
    if (!last) throw new Error('The template could not be computed.');
    if (!work) return { rows, write: last };
    addressed = completing(work);
  }
}

function viewOf(last: InstanceWrite | undefined, lease: { key: number; token: string } | undefined) {
  const stored = last && {
    ...last,
    seq: last.state.seq,
    updatedAt: last.at,
    readState: () => last.state,
  };
  return {
    at: new Date().toISOString(),
    instances: new Map(stored ? [[TEMPLATE_ID, stored]] : []),
    committed: new Map(),
    tokens: new Map(lease ? [[`${TEMPLATE_ID}:${lease.key}`, lease.token]] : []),
    timers: new Set<string>(),
    messages: new Set<string>(),
  };
}

const handedOver = (outcome: Outcome | undefined): ClaimedWork | undefined =>
  outcome?.ok ? outcome.handedOver[0] : undefined;

const completing = ({ key, token, leasedAt, attempt }: ClaimedWork) => ({
  instanceId: TEMPLATE_ID,
  workLease: { key, token },
  command: {
    id: `work:${token}`,
    actor: { kind: 'engine', id: 'engine', name: 'Engine', via: 'worker' } as const,
    input: {
      type: 'complete-work' as const,
      key,
      variables: {},
      lease: { worker: 'bench', leasedAt, attempt },
    },
  },
});

/** One chunk in one transaction: row after row of the chain, because each is sealed with the hash of the one before. */
async function loadChunk(
  client: pg.Client,
  rows: readonly SealedRow[],
  write: InstanceWrite,
  prefix: string,
  size: number,
): Promise<void> {
  await client.query('BEGIN');
  await client.query('CREATE TEMP TABLE chain (id text, head text) ON COMMIT DROP');
  await client.query(
    `INSERT INTO chain SELECT $1 || lpad(to_hex(i), 8, '0'), $2 FROM generate_series(1, $3::int) i`,
    [prefix, GENESIS, size],
  );
  let head = GENESIS;
  for (const row of rows) {
    await client.query(SEAL, sealValues(row, head));
    head = row.leafHash;
  }
  await client.query(SNAPSHOT, [write.text, TEMPLATE_ID, write.state.seq, write.at]);
  await client.query('COMMIT');
}

const SEAL = `WITH copied AS MATERIALIZED (
    SELECT id, head, replace($1, $2, id) AS data FROM chain),
  bound AS MATERIALIZED (
    SELECT id, data, replace(replace(replace($3, $2, id), $4, head), $5,
      encode(sha256($6::bytea || convert_to(data, 'UTF8')), 'hex')) AS canon FROM copied),
  sealed AS MATERIALIZED (
    SELECT id, data, canon, sha256('\\x00'::bytea || convert_to(canon, 'UTF8')) AS leaf FROM bound),
  added AS (
    INSERT INTO ledger (stream, first_seq, count, at, canon, leaf_hash, data, salt)
    SELECT 'instance:' || id, $7::int, $8::int, $9::timestamptz, canon, leaf, data, $6::bytea FROM sealed)
  UPDATE chain c SET head = encode(s.leaf, 'hex') FROM sealed s WHERE s.id = c.id`;

function sealValues(row: SealedRow, head: string): unknown[] {
  const { dataHash } = JSON.parse(row.canon) as { dataHash: string };
  return [row.data, TEMPLATE_ID, row.canon, head, dataHash, row.salt, row.firstSeq, row.count, row.at];
}

const SNAPSHOT = `INSERT INTO instance (id, process_id, model_id, version_id, process_key, status, seq, state, head,
    started_by, started_at, ended_at, updated_at)
  SELECT id, 'bench', 'bench', 'v1', 'Process', 'completed', $3::int, replace($1, $2, id), head, 'bench', $4, $4, $4
  FROM chain`;
