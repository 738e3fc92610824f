import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/lib/db/client';
import { forbidden, notFound } from '@/lib/errors/app-error';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, type ThreadRow, threadAnswer } from './answer';
import { inThread, readThread, recordComment, write } from './thread';

export interface DeletedAnswer {
  commentId: string;
  /** The conversation as it is now; null when nothing is left of it. */
  thread: ThreadAnswer | null;
}

/**
 * Deletes a comment of one's own. What others answered to the first one stays, and the first one's place says that it
 * was deleted; the ledger keeps that it was there, and not what it said.
 * @throws AppError 403 `not-yours`, 404
 */
export const deleteComment = defineUseCase(
  {
    name: 'comments.delete',
    schema: z.strictObject({ processId: id, threadId: id, commentId: id }),
    subject: ({ processId }) => ({ processId }),
    ...write,
  },
  async (context, { processId, threadId, commentId }): Promise<DeletedAnswer> => {
    const me = context.principal.id;
    return inThread(processId, threadId, async (tx, row) => {
      const found = row.comments.find((comment) => comment.id === commentId);
      if (!found || found.text === null) throw notFound('The comment');
      if (found.authorId !== me) throw notYours(found.authorName);
      await recordComment(tx, context, row, 'comment.deleted', { commentId });
      const rest = await takeOut(tx, row, commentId);
      return { commentId, thread: rest ? threadAnswer(await readThread(tx, threadId), me) : null };
    });
  },
);

/** Whether anything is left of the conversation. */
async function takeOut(tx: Tx, row: ThreadRow, commentId: string): Promise<boolean> {
  const others = row.comments.filter((comment) => comment.id !== commentId && comment.text !== null);
  if (others.length === 0) {
    await tx.commentThread.delete({ where: { id: row.id } });
    return false;
  }
  const first = row.comments[0]?.id === commentId;
  if (first) await tx.comment.update({ where: { id: commentId }, data: { text: null } });
  else await tx.comment.delete({ where: { id: commentId } });
  return true;
}

const notYours = (author: string) =>
  forbidden({
    code: 'not-yours',
    userMessage: `${author} wrote this comment, and only they can delete it. Resolve the conversation when it is done with.`,
  });
