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

interface Head {
  seq: number;
  head: string;
}

/** Heads that are kept apart from the rows: the newest row of a stream can't vanish unnoticed. */
const HEADS = `
  SELECT 'instance:' || id AS stream, seq, head FROM instance
  UNION ALL SELECT stream, seq, head FROM ledger_head WHERE seq > 0`;

/**
 * Recomputes every chain: each row against itself, against the row before it, and the last one against the head of
 * its stream. After a broken row the next ones are checked on, so that each altered one is named. Runs in one read-only snapshot.
 * @param onProgress called with the number of rows read so far
 */
export async function verifyLedger(
  client: pg.ClientBase,
  onProgress: (rows: number) => void = () => undefined,
): Promise<LedgerVerdict> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const heads = new Map<string, Head>();
    for (const row of (await client.query<Head & { stream: string }>(HEADS)).rows) heads.set(row.stream, row);
    return await walk(client, heads, onProgress);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** More than this many broken events are not named one by one. */
const MOST_NAMED = 1_000;

type Previous = { leafHash: string; nextSeq: number } | 'broken' | null;

/** Walks one stream after another; what is wrong is collected in the verdict. */
class Walker {
  readonly verdict: LedgerVerdict = { rows: 0, events: 0, streams: 0, erased: 0, broken: [] };
  private stream = '';
  private previous: Previous = null;
  private readonly unseen: Set<string>;

  constructor(private readonly heads: Map<string, Head>) {
    this.unseen = new Set(heads.keys());
  }

  row(row: Row): void {
    if (row.stream !== this.stream) {
      this.endStream();
      this.stream = row.stream;
      this.previous = null;
      this.unseen.delete(row.stream);
      this.verdict.streams += 1;
    }
    this.verdict.rows += 1;
    this.verdict.events += row.count;
    const leafHash = row.leafHash.toString('hex');
    const result = verifyRow({ ...row, at: row.at.toISOString(), leafHash }, this.previous, GENESIS);
    if (!result.ok) {
      this.name(row.stream, row.firstSeq, row.position, result.message);
      this.previous = 'broken';
      return;
    }
    if (result.erased) this.verdict.erased += 1;
    this.previous = { leafHash, nextSeq: row.firstSeq + row.count };
  }

  finish(): LedgerVerdict {
    this.endStream();
    for (const stream of this.unseen) this.name(stream, 1, '', 'all its events are missing');
    return this.verdict;
  }

  /** The last row against the head; after a broken one there is nothing to compare. */
  private endStream(): void {
    const { previous } = this;
    const head = this.heads.get(this.stream);
    if (!previous || previous === 'broken') return;
    const last = previous.nextSeq - 1;
    if (!head) this.name(this.stream, last, '', 'the head of the stream is missing');
    else if (head.head !== previous.leafHash || head.seq !== last)
      this.name(this.stream, last, '', 'events after it are missing, or the head of the stream was altered');
  }

  private name(stream: string, seq: number, position: string, message: string): void {
    if (this.verdict.broken.length < MOST_NAMED) this.verdict.broken.push({ stream, seq, position, message });
  }
}

async function walk(
  client: pg.ClientBase,
  heads: Map<string, Head>,
  onProgress: (rows: number) => void,
): Promise<LedgerVerdict> {
  const walker = new Walker(heads);
  let after: [string, number] = ['', 0];
  for (;;) {
    const { rows } = await client.query<Row>(
      `SELECT stream, first_seq AS "firstSeq", count, at, canon, leaf_hash AS "leafHash", data, salt, position::text AS position
       FROM ledger WHERE (stream, first_seq) > ($1, $2) ORDER BY stream, first_seq LIMIT ${CHUNK}`,
      after,
    );
    for (const row of rows) walker.row(row);
    const last = rows.at(-1);
    if (!last) return walker.finish();
    after = [last.stream, last.firstSeq];
    onProgress(walker.verdict.rows);
  }
}
