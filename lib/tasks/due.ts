import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTasks } from './access';

/** An open task as the home page lists it. */
export interface DueTask {
  taskId: string;
  name: string;
  /** What the instance is called, null when it has no title. */
  title: string | null;
  openedAt: string;
  dueAt: string | null;
}

/** Open tasks of the caller: the ones due first, then those that wait longest; and how many there are in all. */
export const dueTasks = defineUseCase(
  {
    name: 'tasks.due',
    schema: z.strictObject({ limit: z.number().int().min(1).max(50).default(3) }),
    policy: { permission: 'tasks.see' },
    mutates: false,
  },
  async (context, { limit }): Promise<{ items: DueTask[]; total: number }> => {
    const where = {
      AND: [visibleTasks(context)],
      state: { in: ['open', 'claimed'] },
      NOT: { voters: { has: context.principal.id } },
    };
    const [rows, total] = await Promise.all([
      db().task.findMany({
        where,
        orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { openedAt: 'asc' }, { id: 'asc' }],
        take: limit,
      }),
      db().task.count({ where }),
    ]);
    const instances = await db().instance.findMany({
      where: { id: { in: rows.map((row) => row.instanceId) } },
      select: { id: true, title: true },
    });
    const title = new Map(instances.map((one) => [one.id, one.title]));
    const items = rows.map((row) => ({
      taskId: row.id,
      name: row.name,
      title: title.get(row.instanceId) ?? null,
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
    }));
    return { items, total };
  },
);
