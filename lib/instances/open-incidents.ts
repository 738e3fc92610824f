import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { defineUseCase } from '@/lib/usecase/define';

/** An incident nobody has resolved yet, as the home page lists it. */
export interface OpenIncident {
  incidentId: string;
  instanceId: string;
  /** Title or business key of the instance. */
  about: string | null;
  message: string;
  raisedAt: string;
}

const ownProcesses = async (ownerId: string) =>
  (await db().process.findMany({ where: { model: { ownerId } }, select: { id: true } })).map(({ id }) => id);

/** Open incidents of the instances the caller may see, newest first; and how many there are in all. */
export const openIncidents = defineUseCase(
  {
    name: 'instances.open-incidents',
    schema: z.strictObject({ limit: z.number().int().min(1).max(50).default(3) }),
    policy: { permission: 'instances.see' },
    mutates: false,
  },
  async (context, { limit }): Promise<{ items: OpenIncident[]; total: number }> => {
    const own = context.scope === 'own' ? await ownProcesses(context.principal.id) : null;
    const where = { resolvedAt: null, ...(own ? { processId: { in: own } } : {}) };
    const [rows, total] = await Promise.all([
      db().incident.findMany({ where, orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }], take: limit }),
      db().incident.count({ where }),
    ]);
    const instances = await db().instance.findMany({
      where: { id: { in: rows.map((row) => row.instanceId) } },
      select: { id: true, title: true, businessKey: true },
    });
    const about = new Map(instances.map((one) => [one.id, one.title ?? one.businessKey]));
    const items = rows.map((row) => ({
      incidentId: row.id,
      instanceId: row.instanceId,
      about: about.get(row.instanceId) ?? null,
      message: row.message,
      raisedAt: row.raisedAt.toISOString(),
    }));
    return { items, total };
  },
);
