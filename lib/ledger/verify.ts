import 'server-only';
import type pg from 'pg';
import { GENESIS } from '@/engine/host/seal';
import { type StoredRow, verifyRow } from '@/engine/host/verify-row';
import type { LedgerVerdict } from '@/lib/audit/types';

export type { LedgerVerdict } from '@/lib/audit/types';

const CHUNK = 2_000;

interface Row extends Omit<StoredRow, 'at' | 'salt' | 'leafHash'> {
  at: Date;
  salt: Buffer | null;
  leafHash: Buffer;
  position: string;
}

/** Heads that are kept apart from the rows: the newest row of a stream can't vanish unnoticed. */
const HEADS = `
  SELECT 'instance:' || id AS stream, seq, head FROM instance
  UNION ALL SELECT stream, seq, head FROM ledger_head WHERE seq > 0`;

/**
 * Recomputes every chain: each row against itself, against the row before it, and the last one against the head of
 * its stream. Runs in one read-only snapshot.
 * @param onProgress called with the number of rows read so far
 */
export async function verifyLedger(
  client: pg.ClientBase,
  onProgress: (rows: number) => void = () => undefined,
): Promise<LedgerVerdict> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const heads = new Map<string, { seq: number; head: string }>();
    for (const row of (await client.query<{ stream: string; seq: number; head: string }>(HEADS)).rows)
      heads.set(row.stream, row);
    return await walk(client, heads, onProgress);
  } finally {
    await client.query('ROLLBACK');
  }
}

async function walk(
  client: pg.ClientBase,
  heads: Map<string, { seq: number; head: string }>,
  onProgress: (rows: number) => void,
): Promise<LedgerVerdict> {
  const verdict: LedgerVerdict = { rows: 0, events: 0, streams: 0, erased: 0, broken: [] };
  let stream = '';
  let previous: { leafHash: string; nextSeq: number } | null = null;
  let skip = false;
  const seen = new Set<string>();
  const endStream = () => {
    const head = heads.get(stream);
    if (
      !skip &&
      stream &&
      head &&
      (head.head !== previous?.leafHash || head.seq !== (previous?.nextSeq ?? 1) - 1)
    ) {
      verdict.broken.push({
        stream,
        seq: (previous?.nextSeq ?? 1) - 1,
        position: '',
        message: 'events after it are missing, or the head of the stream was altered',
      });
    }
  };
  let after: [string, number] = ['', 0];
  for (;;) {
    const { rows } = await client.query<Row>(
      `SELECT stream, first_seq AS "firstSeq", count, at, canon, leaf_hash AS "leafHash", data, salt, position::text AS position
       FROM ledger WHERE (stream, first_seq) > ($1, $2) ORDER BY stream, first_seq LIMIT ${CHUNK}`,
      after,
    );
    for (const row of rows) {
      if (row.stream !== stream) {
        endStream();
        stream = row.stream;
        previous = null;
        skip = false;
        seen.add(stream);
        verdict.streams += 1;
      }
      verdict.rows += 1;
      verdict.events += row.count;
      if (skip) continue;
      const result = verifyRow(
        { ...row, at: row.at.toISOString(), leafHash: row.leafHash.toString('hex') },
        previous,
        GENESIS,
      );
      if (!result.ok) {
        verdict.broken.push({ stream, seq: row.firstSeq, position: row.position, message: result.message });
        skip = true;
        continue;
      }
      if (result.erased) verdict.erased += 1;
      previous = { leafHash: result.leafHash, nextSeq: row.firstSeq + row.count };
    }
    const last = rows.at(-1);
    if (!last) break;
    after = [last.stream, last.firstSeq];
    onProgress(verdict.rows);
  }
  endStream();
  for (const missing of heads.keys()) {
    if (!seen.has(missing))
      verdict.broken.push({ stream: missing, seq: 1, position: '', message: 'all its events are missing' });
  }
  return verdict;
}
