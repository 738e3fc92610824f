import 'server-only';
import { z } from 'zod';
import type { Scope } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import type { Incident } from '@/lib/db/generated/client';
import { page } from '@/lib/processes/schemas';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';

/** An incident nobody has resolved yet. */
export interface OpenIncident {
  incidentId: string;
  instanceId: string;
  processId: string;
  /** Empty for an instance that was put aside as a whole. */
  elementId: string;
  code: string;
  /** Title or business key of the instance. */
  about: string | null;
  message: string;
  raisedAt: string;
}

async function incidentItems(rows: readonly Incident[]): Promise<OpenIncident[]> {
  const instances = await db().instance.findMany({
    where: { id: { in: rows.map((row) => row.instanceId) } },
    select: { id: true, title: true, businessKey: true },
  });
  const about = new Map(instances.map((one) => [one.id, one.title ?? one.businessKey]));
  return rows.map((row) => ({
    incidentId: row.id,
    instanceId: row.instanceId,
    processId: row.processId,
    elementId: row.elementId,
    code: row.code,
    about: about.get(row.instanceId) ?? null,
    message: row.message,
    raisedAt: row.raisedAt.toISOString(),
  }));
}

const ownProcesses = async (ownerId: string) =>
  (await db().process.findMany({ where: { model: { ownerId } }, select: { id: true } })).map(({ id }) => id);

const openOf = async ({ scope, principal }: AuthorisedContext & { scope: Scope }) => ({
  resolvedAt: null,
  ...(scope === 'own' ? { processId: { in: await ownProcesses(principal.id) } } : {}),
});

const NEWEST_FIRST = [{ raisedAt: 'desc' as const }, { id: 'desc' as const }];

/** Open incidents of the instances the caller may see, newest first; and how many there are in all. */
export const openIncidents = defineUseCase(
  {
    name: 'instances.open-incidents',
    schema: z.strictObject({ limit: z.number().int().min(1).max(50).default(3) }),
    policy: { permission: 'instances.see' },
    mutates: false,
  },
  async (context, { limit }): Promise<{ items: OpenIncident[]; total: number }> => {
    const where = await openOf(context);
    const [rows, total] = await Promise.all([
      db().incident.findMany({ where, orderBy: NEWEST_FIRST, take: limit }),
      db().incident.count({ where }),
    ]);
    return { items: await incidentItems(rows), total };
  },
);

/** The same by pages, perhaps only those of one code (`quarantined`: instances and work that were put aside). */
export const listIncidents = defineUseCase(
  {
    name: 'incidents.list',
    schema: z.strictObject({ ...page, code: z.string().min(1).max(100).optional() }),
    policy: { permission: 'instances.see' },
    mutates: false,
  },
  async (context, { limit, cursor, code }) => {
    const where = { ...(await openOf(context)), ...(code === undefined ? {} : { code }) };
    const at = readCursor(cursor);
    const rows = await db().incident.findMany({ where, orderBy: NEWEST_FIRST, take: limit + 1, ...at });
    return { items: await incidentItems(rows.slice(0, limit)), nextCursor: nextCursor(rows, limit) };
  },
);
