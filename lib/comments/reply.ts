import 'server-only';
import { z } from 'zod';
import { throttle } from '@/lib/auth/throttle';
import { conflict } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, threadAnswer } from './answer';
import { MAX_IN_THREAD } from './limits';
import { text } from './schemas';
import { checksumOf, inThread, readThread, recordComment, write } from './thread';

/** Says something in a conversation; one that was resolved is open again. @throws AppError 404, 409, 429 */
export const replyToComment = defineUseCase(
  {
    name: 'comments.reply',
    schema: z.strictObject({ processId: id, threadId: id, text }),
    subject: ({ processId }) => ({ processId }),
    ...write,
  },
  async (context, input): Promise<ThreadAnswer> => {
    const { id: authorId, name: authorName } = context.principal;
    await throttle('comments', authorId);
    const commentId = idFrom(context.commandId, 'comment');
    return inThread(input.processId, input.threadId, async (tx, row) => {
      if (row.comments.some((comment) => comment.id === commentId)) return threadAnswer(row, authorId);
      if (row.comments.length >= MAX_IN_THREAD) throw tooLong();
      await tx.comment.create({
        data: { id: commentId, threadId: row.id, text: input.text, authorId, authorName },
      });
      await recordComment(tx, context, row, 'comment.replied', {
        commentId,
        checksum: checksumOf(input.text),
      });
      if (row.resolvedAt !== null) {
        const open = { resolvedAt: null, resolvedBy: null, resolvedByName: null };
        await tx.commentThread.update({ where: { id: row.id }, data: open });
        await recordComment(tx, context, row, 'comment.reopened');
      }
      return threadAnswer(await readThread(tx, row.id), authorId);
    });
  },
);

const tooLong = () =>
  conflict({
    code: 'thread-full',
    userMessage: `A conversation has at most ${MAX_IN_THREAD} comments. Resolve this one and begin another.`,
  });
