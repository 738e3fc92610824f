import 'server-only';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { indexRows, type LedgerRow } from './index-rows';

const CURSOR = 'audit';
const BATCH = 500;

/** Rows after the cursor in (tx, position) order, below the oldest transaction still running: none is ever missed. */
const readBatch = (client: Prisma.TransactionClient, cursor: { tx: string; position: bigint }) =>
  client.$queryRaw<LedgerRow[]>`
    SELECT tx::text AS tx, position, stream, first_seq AS "firstSeq", at, canon, data
    FROM ledger
    WHERE (tx, position) > (${cursor.tx}::xid8, ${cursor.position})
      AND tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY tx, position LIMIT ${BATCH}`;

/**
 * Projects the next ledger rows into the audit index. One process at a time holds the cursor; the others skip.
 * @returns how many rows were read
 */
export async function projectAudit(): Promise<number> {
  await db().projectionCursor.createMany({ data: [{ name: CURSOR }], skipDuplicates: true });
  return db().$transaction(async (tx) => {
    const [cursor] = await tx.$queryRaw<{ tx: string; position: bigint }[]>`
      SELECT tx, position FROM projection_cursor WHERE name = ${CURSOR} FOR UPDATE SKIP LOCKED`;
    if (!cursor) return 0;
    const rows = await readBatch(tx, cursor);
    const last = rows.at(-1);
    if (!last) return 0;
    await tx.auditEvent.createMany({ data: await indexRows(rows), skipDuplicates: true });
    await tx.projectionCursor.update({
      where: { name: CURSOR },
      data: { tx: last.tx, position: last.position },
    });
    return rows.length;
  });
}

/** Forgets the index and builds it again from the ledger. */
export async function rebuildAudit(): Promise<void> {
  await db().$transaction([
    db().auditEvent.deleteMany(),
    db().projectionCursor.deleteMany({ where: { name: CURSOR } }),
  ]);
  while ((await projectAudit()) > 0);
}
