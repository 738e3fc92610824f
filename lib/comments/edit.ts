import 'server-only';
import { z } from 'zod';
import { throttle } from '@/lib/auth/throttle';
import type { Comment } from '@/lib/db/generated/client';
import { conflict, forbidden, notFound } from '@/lib/errors/app-error';
import { newId } from '@/lib/ids';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, type ThreadRow, threadAnswer } from './answer';
import { MAX_EDITS } from './limits';
import { text } from './schemas';
import { checksumOf, inThread, readThread, recordComment, write } from './thread';

/**
 * Puts a comment of one's own into other words. What it said before stays beside it for its readers, and the ledger
 * keeps the checksums of both. Saying the same again changes nothing.
 * @throws AppError 403 `not-yours`, 404, 409 `thread-resolved` or `too-many-edits`, 429
 */
export const editComment = defineUseCase(
  {
    name: 'comments.edit',
    schema: z.strictObject({ processId: id, threadId: id, commentId: id, text }),
    subject: ({ processId }) => ({ processId }),
    ...write,
  },
  async (context, input): Promise<ThreadAnswer> => {
    const me = context.principal.id;
    await throttle('comments', me);
    return inThread(input.processId, input.threadId, async (tx, row) => {
      const { id: commentId, text: before, editedAt, createdAt } = ownComment(row, input.commentId, me);
      if (before === input.text) return threadAnswer(row, me);
      if (row.resolvedAt !== null) throw resolved();
      const edits = await tx.commentWording.count({ where: { commentId } });
      if (edits >= MAX_EDITS) throw tooManyEdits();
      const writtenAt = editedAt ?? createdAt;
      await tx.commentWording.create({ data: { id: newId(), commentId, text: before, writtenAt } });
      const data = { text: input.text, editedAt: new Date() };
      await tx.comment.update({ where: { id: commentId }, data });
      await recordComment(tx, context, row, 'comment.edited', {
        commentId,
        before: checksumOf(before),
        checksum: checksumOf(input.text),
      });
      return threadAnswer(await readThread(tx, row.id), me);
    });
  },
);

function ownComment(row: ThreadRow, commentId: string, me: string): Comment & { text: string } {
  const found = row.comments.find((comment) => comment.id === commentId);
  if (!found || found.text === null) throw notFound('The comment');
  if (found.authorId !== me)
    throw forbidden({
      code: 'not-yours',
      userMessage: `${found.authorName} wrote this comment, and only they can change it. Answer it instead.`,
    });
  return { ...found, text: found.text };
}

const resolved = () =>
  conflict({
    code: 'thread-resolved',
    userMessage:
      'The conversation was resolved as it is worded. Open it again to change a comment, or answer it.',
  });

const tooManyEdits = () =>
  conflict({
    code: 'too-many-edits',
    userMessage: `A comment is changed at most ${MAX_EDITS} times. Say it in an answer.`,
  });
