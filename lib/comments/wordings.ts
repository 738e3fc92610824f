import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';

export interface WordingsAnswer {
  commentId: string;
  /** What it said before and since when, oldest first; what it says now isn't among them. */
  earlier: { text: string; at: string }[];
}

/** What a comment said before it was changed: whoever reads it can see what others answered to. @throws AppError 404 */
export const commentWordings = defineUseCase(
  {
    name: 'comments.wordings',
    schema: z.strictObject({ processId: id, threadId: id, commentId: id }),
    policy: { permission: 'models.see' },
    mutates: false,
    subject: ({ processId }) => ({ processId }),
  },
  async (_context, { processId, threadId, commentId }): Promise<WordingsAnswer> => {
    const { model } = await modelOf(processId);
    const comment = await db().comment.findFirst({
      where: { id: commentId, threadId, thread: { modelId: model.id }, text: { not: null } },
      select: { wordings: { orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] } },
    });
    if (!comment) throw notFound('The comment');
    const earlier = comment.wordings.map(({ text, writtenAt }) => ({ text, at: writtenAt.toISOString() }));
    return { commentId, earlier };
  },
);
