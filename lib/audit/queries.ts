import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { malformed, notFound } from '@/lib/errors/app-error';
import { page } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';

const policy = { permission: 'audit.see' } as const;
const time = z.iso.datetime({ offset: true }).or(z.iso.date());
const many = z
  .string()
  .max(1000)
  .transform((text) => text.split(',').filter(Boolean));

const filters = {
  /** Person, service or `engine`; several by comma. */
  actor: many.optional(),
  actorKind: many.optional(),
  type: many.optional(),
  processId: many.optional(),
  instanceId: z.string().max(128).optional(),
  after: time.optional(),
  before: time.optional(),
  refused: z.enum(['true', 'false']).optional(),
  q: z.string().trim().max(200).optional(),
};

export interface AuditRow {
  eventId: string;
  position: string;
  stream: string;
  seq: number;
  at: string;
  type: string;
  actor: { kind: string; id: string; name: string };
  elementId: string | null;
  elementName: string | null;
  processId: string | null;
  processName: string | null;
  instanceId: string | null;
  object: string | null;
  refused: boolean;
  text: string;
}

type Filters = z.output<z.ZodObject<typeof filters>>;

/** A type filter of `task.*` means every type of that family. */
function typeFilter(types: string[]): Prisma.AuditEventWhereInput {
  return {
    OR: types.map((type) => (type.endsWith('*') ? { type: { startsWith: type.slice(0, -1) } } : { type })),
  };
}

function where(input: Filters): Prisma.AuditEventWhereInput {
  return {
    AND: [
      input.type?.length ? typeFilter(input.type) : {},
      input.q
        ? {
            OR: [
              { text: { contains: input.q, mode: 'insensitive' } },
              { object: { contains: input.q, mode: 'insensitive' } },
            ],
          }
        : {},
    ],
    ...(input.actor?.length ? { actorId: { in: input.actor } } : {}),
    ...(input.actorKind?.length ? { actorKind: { in: input.actorKind } } : {}),
    ...(input.processId?.length ? { processId: { in: input.processId } } : {}),
    ...(input.instanceId ? { instanceId: input.instanceId } : {}),
    ...(input.refused ? { refused: input.refused === 'true' } : {}),
    ...(input.after || input.before
      ? {
          at: {
            ...(input.after ? { gte: new Date(input.after) } : {}),
            ...(input.before ? { lt: new Date(input.before) } : {}),
          },
        }
      : {}),
  };
}

/** `<position>.<index>` of an event in the ledger. */
const parseId = (text: string): { position: bigint; index: number } => {
  const [, position, index] = /^(\d{1,18})\.(\d{1,6})$/.exec(text) ?? [];
  if (!position || !index)
    throw malformed({ code: 'bad-cursor', userMessage: 'That is not the id of an event.' });
  return { position: BigInt(position), index: Number(index) };
};

type Row = Prisma.AuditEventGetPayload<object>;

const toRow = (row: Row): AuditRow => ({
  eventId: `${row.position}.${row.index}`,
  position: String(row.position),
  stream: row.stream,
  seq: row.seq,
  at: row.at.toISOString(),
  type: row.type,
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
  elementId: row.elementId,
  elementName: row.elementName,
  processId: row.processId,
  processName: row.processName,
  instanceId: row.instanceId,
  object: row.object,
  refused: row.refused,
  text: row.text,
});

/** Events, newest first, by keyset: the cost of a page doesn't depend on how far back it is. */
export const listAudit = defineUseCase(
  { name: 'audit.list', schema: z.strictObject({ ...filters, ...page }), policy, mutates: false },
  async (_context, input): Promise<{ items: AuditRow[]; nextCursor: string | null }> => {
    const from = input.cursor ? parseId(input.cursor) : null;
    const older: Prisma.AuditEventWhereInput = from
      ? { OR: [{ position: { lt: from.position } }, { position: from.position, index: { lt: from.index } }] }
      : {};
    const rows = await db().auditEvent.findMany({
      where: { AND: [where(input), older] },
      orderBy: [{ position: 'desc' }, { index: 'desc' }],
      take: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toRow);
    return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.eventId ?? null) : null };
  },
);

/** Who and what occurs, for the filter lists. */
export const auditFacets = defineUseCase(
  { name: 'audit.facets', schema: z.strictObject({}), policy, mutates: false },
  async () => {
    const top = { orderBy: { _count: { position: 'desc' } }, take: 50, _count: { position: true } } as const;
    const [actors, types, processes] = await Promise.all([
      db().auditEvent.groupBy({ by: ['actorId', 'actorName', 'actorKind'], ...top }),
      db().auditEvent.groupBy({ by: ['type'], ...top }),
      db().auditEvent.groupBy({
        by: ['processId', 'processName'],
        where: { processId: { not: null }, processName: { not: null } },
        ...top,
      }),
    ]);
    return {
      actors: actors.map((one) => ({
        id: one.actorId,
        name: one.actorName,
        kind: one.actorKind,
        count: one._count.position,
      })),
      types: types.map((one) => ({ type: one.type, count: one._count.position })),
      processes: processes.map((one) => ({
        id: one.processId!,
        name: one.processName!,
        count: one._count.position,
      })),
    };
  },
);

/** One event with its content, its hashes and its neighbours in the chain. */
export const getAuditEvent = defineUseCase(
  { name: 'audit.get', schema: z.strictObject({ eventId: z.string().max(40) }), policy, mutates: false },
  async (_context, input) => {
    const { position, index } = parseId(input.eventId);
    const row = await db().auditEvent.findUnique({ where: { position_index: { position, index } } });
    const ledger = await db().ledger.findFirst({ where: { position } });
    if (!row || !ledger) throw notFound('The event');
    const canon = JSON.parse(ledger.canon) as {
      prev: string;
      dataHash: string;
      cause: string;
      actor: { via: string };
    };
    const data = ledger.data === null ? null : ((JSON.parse(ledger.data) as unknown[])[index] ?? null);
    const shownHash = (data as { contentDigest?: string } | null)?.contentDigest;
    const shown = shownHash ? await db().content.findUnique({ where: { hash: shownHash } }) : null;
    return {
      ...toRow(row),
      via: canon.actor.via,
      cause: canon.cause,
      erased: ledger.data === null,
      data,
      shown: shown ? (JSON.parse(shown.body) as unknown) : null,
      chain: {
        prev: canon.prev,
        hash: Buffer.from(ledger.leafHash).toString('hex'),
        dataHash: canon.dataHash,
        firstSeq: ledger.firstSeq,
        count: ledger.count,
      },
    };
  },
);
