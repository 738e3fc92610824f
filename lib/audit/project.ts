import 'server-only';
import type { Actor } from '@/engine/core/inputs';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { describe } from './describe';
import { type InstanceNames, instanceNames } from './names';
import { isAuditRelevant } from './relevance';

const CURSOR = 'audit';
const BATCH = 500;

interface LedgerRow {
  tx: string;
  position: bigint;
  stream: string;
  firstSeq: number;
  at: Date;
  canon: string;
  data: string | null;
}

interface Canon {
  actor: Actor;
  events: { type: string; elementId?: string; elementType?: string; key?: number }[];
}

/** Rows after the cursor in (tx, position) order, below the oldest transaction still running: none is ever missed. */
const readBatch = (client: Prisma.TransactionClient, cursor: { tx: string; position: bigint }) =>
  client.$queryRaw<LedgerRow[]>`
    SELECT tx::text AS tx, position, stream, first_seq AS "firstSeq", at, canon, data
    FROM ledger
    WHERE (tx, position) > (${cursor.tx}::xid8, ${cursor.position})
      AND tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY tx, position LIMIT ${BATCH}`;

function processOf(stream: string): string | null {
  const [kind, id] = stream.split(':');
  return kind === 'refusal' && id && id !== '-' ? id : null;
}

function toEvents(
  row: LedgerRow,
  names: Map<string, InstanceNames>,
  people: Map<string, string>,
): Prisma.AuditEventCreateManyInput[] {
  const { actor, events } = JSON.parse(row.canon) as Canon;
  const data = row.data === null ? [] : (JSON.parse(row.data) as Record<string, unknown>[]);
  const instanceId = row.stream.startsWith('instance:') ? row.stream.slice('instance:'.length) : null;
  const about = instanceId ? names.get(instanceId) : undefined;
  return events.flatMap((event, index) => {
    if (!isAuditRelevant(event.type)) return [];
    const elementName = event.elementId ? (about?.name(event.elementId) ?? event.elementId) : '';
    const { title, detail } = describe(
      { ...event, data: data[index] ?? {} },
      { document: about?.document ?? null, elementName, actor, personName: (id) => people.get(id) ?? id },
    );
    return [
      {
        position: row.position,
        index,
        stream: row.stream,
        seq: row.firstSeq + index,
        at: row.at,
        type: event.type,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        elementId: event.elementId ?? null,
        elementName: elementName || null,
        processId: about?.processId ?? processOf(row.stream),
        processName: about?.processName ?? null,
        instanceId:
          instanceId ??
          (typeof data[index]?.instanceId === 'string' ? (data[index]?.instanceId as string) : null),
        object: about?.title ?? null,
        refused: event.type.endsWith('.refused'),
        text: detail ? `${title} — ${detail}` : title,
      },
    ];
  });
}

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
    const instances = rows
      .filter((row) => row.stream.startsWith('instance:'))
      .map((row) => row.stream.slice('instance:'.length));
    const names = await instanceNames([...new Set(instances)]);
    const people = new Map(
      (await tx.person.findMany({ select: { id: true, name: true } })).map((one) => [one.id, one.name]),
    );
    await tx.auditEvent.createMany({
      data: rows.flatMap((row) => toEvents(row, names, people)),
      skipDuplicates: true,
    });
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
