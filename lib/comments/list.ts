import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { modelOf } from '@/lib/processes/model-answer';
import { id, page } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { nextCursor, readCursor } from '@/lib/usecase/paging';
import { type ThreadAnswer, threadAnswer, WITH_COMMENTS } from './answer';

export interface ThreadsAnswer {
  items: ThreadAnswer[];
  nextCursor: string | null;
  /** How many conversations there are of each state. */
  counts: { open: number; resolved: number };
}

const STATES = {
  open: { resolvedAt: null },
  resolved: { resolvedAt: { not: null } },
  all: {},
} as const;

/** The conversations about a process's draft, newest first. */
export const listComments = defineUseCase(
  {
    name: 'comments.list',
    schema: z.strictObject({
      processId: id,
      state: z.enum(['open', 'resolved', 'all']).default('open'),
      ...page,
    }),
    policy: { permission: 'models.see' },
    mutates: false,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, { processId, state, limit, cursor }): Promise<ThreadsAnswer> => {
    const { model } = await modelOf(processId);
    const modelId = model.id;
    const [rows, open, all] = await Promise.all([
      db().commentThread.findMany({
        where: { modelId, ...STATES[state] },
        include: WITH_COMMENTS,
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
        ...readCursor(cursor),
      }),
      db().commentThread.count({ where: { modelId, resolvedAt: null } }),
      db().commentThread.count({ where: { modelId } }),
    ]);
    return {
      items: rows.slice(0, limit).map((row) => threadAnswer(row, context.principal.id)),
      nextCursor: nextCursor(rows, limit),
      counts: { open, resolved: all - open },
    };
  },
);
