import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTasks } from './access';

/** How many open tasks the caller may work on; the number beside the inbox. */
export const countOpenTasks = defineUseCase(
  { name: 'tasks.count', schema: z.strictObject({}), policy: { permission: 'tasks.see' }, mutates: false },
  (context): Promise<number> =>
    db().task.count({ where: { AND: [visibleTasks(context)], state: { in: ['open', 'claimed'] } } }),
);
