import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { defineUseCase } from '@/lib/usecase/define';
import type { TaskCounts } from './types';
import { tasksInView } from './views';

const policy = { permission: 'tasks.see' } as const;

/** How many tasks wait for the caller; the number beside the inbox. */
export const countOpenTasks = defineUseCase(
  { name: 'tasks.count', schema: z.strictObject({}), policy, mutates: false },
  (context): Promise<number> => db().task.count({ where: tasksInView(context, 'mine') }),
);

/** How many open tasks each view holds. */
export const countTasks = defineUseCase(
  { name: 'tasks.counts', schema: z.strictObject({}), policy, mutates: false },
  async (context): Promise<TaskCounts> => {
    const count = (view: keyof TaskCounts) => db().task.count({ where: tasksInView(context, view) });
    const [mine, groups, due, overdue] = await Promise.all([
      count('mine'),
      count('groups'),
      count('due'),
      count('overdue'),
    ]);
    return { mine, groups, due, overdue };
  },
);
