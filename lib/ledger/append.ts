import 'server-only';
import type { Actor } from '@/engine/core/inputs';
import type { Json } from '@/engine/core/json';
import { GENESIS, sealRow } from '@/engine/host/seal';
import type { Tx } from '@/lib/db/client';

/** What an event outside an instance is about; all optional, all shown in the audit viewer. */
export interface LedgerEvent {
  type: string;
  data: Json;
  elementId?: string;
}

export interface LedgerEntry {
  /** `process:<id>`, `admin`, `auth`, `refusal:<process>:<hour>`. */
  stream: string;
  actor: Actor;
  /** The use case or command that caused it. */
  cause: string;
  events: LedgerEvent[];
}

interface HeadRow {
  seq: number;
  head: string;
  at: Date;
}

/**
 * Appends one row to a stream in the caller's transaction, so that a change and its event are one. Serialises
 * writers of the same stream on its head row.
 */
export async function appendLedger(
  tx: Tx,
  entry: LedgerEntry,
): Promise<{ firstSeq: number; leafHash: string }> {
  await tx.$executeRaw`INSERT INTO ledger_head (stream, seq, head) VALUES (${entry.stream}, 0, '') ON CONFLICT DO NOTHING`;
  const [head] = await tx.$queryRaw<HeadRow[]>`
    SELECT seq, head, engine_now() AS at FROM ledger_head WHERE stream = ${entry.stream} FOR UPDATE`;
  if (!head) throw new Error(`ledger head of ${entry.stream} vanished`);
  const firstSeq = head.seq + 1;
  const row = sealRow({
    stream: entry.stream,
    firstSeq,
    at: head.at.toISOString(),
    actor: entry.actor,
    cause: entry.cause,
    prev: head.head || GENESIS,
    events: entry.events,
  });
  await tx.$executeRaw`
    INSERT INTO ledger (stream, first_seq, count, at, canon, leaf_hash, data, salt)
    VALUES (${entry.stream}, ${firstSeq}, ${row.count}, ${head.at}, ${row.canon}, ${Buffer.from(row.leafHash, 'hex')}, ${row.data}, ${row.salt})`;
  await tx.$executeRaw`
    UPDATE ledger_head SET seq = ${firstSeq + row.count - 1}, head = ${row.leafHash} WHERE stream = ${entry.stream}`;
  return { firstSeq, leafHash: row.leafHash };
}
