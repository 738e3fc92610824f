import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { page } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { parseEventId, toAuditRow } from './rows';
import type { AuditFacets, AuditRow } from './types';
import { auditFilters, auditWhere } from './where';

const policy = { permission: 'audit.see' } as const;

/** Events, newest first, by keyset: the cost of a page doesn't depend on how far back it is. */
export const listAudit = defineUseCase(
  { name: 'audit.list', schema: z.strictObject({ ...auditFilters, ...page }), policy, mutates: false },
  async (_context, input): Promise<{ items: AuditRow[]; nextCursor: string | null }> => {
    const from = input.cursor ? parseEventId(input.cursor) : null;
    const older = from
      ? { OR: [{ position: { lt: from.position } }, { position: from.position, index: { lt: from.index } }] }
      : {};
    const rows = await db().auditEvent.findMany({
      where: { AND: [auditWhere(input), older] },
      orderBy: [{ position: 'desc' }, { index: 'desc' }],
      take: input.limit + 1,
    });
    const items = rows.slice(0, input.limit).map(toAuditRow);
    return { items, nextCursor: rows.length > input.limit ? (items.at(-1)?.eventId ?? null) : null };
  },
);

const TOP = { orderBy: { _count: { position: 'desc' } }, _count: { position: true } } as const;

/** Who and what occurs, for the filter lists: each list counted with its own filter left open. */
export const auditFacets = defineUseCase(
  { name: 'audit.facets', schema: z.strictObject(auditFilters), policy, mutates: false },
  async (_context, input): Promise<AuditFacets> => {
    const events = db().auditEvent;
    const [byActor, byType, byProcess] = (['actor', 'type', 'process'] as const).map((one) =>
      auditWhere(input, one),
    );
    const [total, refused, actors, kinds, types, processes] = await Promise.all([
      events.count({ where: auditWhere(input) }),
      events.count({ where: { AND: [byType ?? {}, { refused: true }] } }),
      events.groupBy({ by: ['actorId', 'actorName', 'actorKind'], where: byActor, ...TOP, take: 50 }),
      events.groupBy({ by: ['actorKind'], where: byActor, ...TOP }),
      events.groupBy({ by: ['type'], where: byType, ...TOP }),
      events.groupBy({
        by: ['processId', 'processName'],
        where: { AND: [byProcess ?? {}, { processId: { not: null }, processName: { not: null } }] },
        ...TOP,
        take: 50,
      }),
    ]);
    return {
      total,
      refused,
      actors: actors.map(
        ({ actorId: id, actorName: name, actorKind: kind, _count: { position: count } }) => ({
          id,
          name,
          kind,
          count,
        }),
      ),
      kinds: kinds.map((one) => ({ kind: one.actorKind, count: one._count.position })),
      types: types.map((one) => ({ type: one.type, count: one._count.position })),
      processes: processes.map((one) => ({
        id: one.processId ?? '',
        name: one.processName ?? '',
        count: one._count.position,
      })),
    };
  },
);
