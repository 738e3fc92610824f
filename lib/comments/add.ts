import 'server-only';
import { z } from 'zod';
import { throttle } from '@/lib/auth/throttle';
import { db } from '@/lib/db/client';
import { conflict } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { tellCommented } from '@/lib/presence/tell-commented';
import { draftOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { asDocument } from '@/lib/processes/store-model';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, threadAnswer } from './answer';
import { MAX_OPEN } from './limits';
import { checkPlace, placeColumns, placeFields } from './place';
import { text } from './schemas';
import { checksumOf, readThread, recordComment, write } from './thread';

/**
 * Begins a conversation about an element of the draft, or at a place of its drawing.
 * @throws AppError 422 unless exactly one of both is named, 409 when too many are open, 429
 */
export const addComment = defineUseCase(
  {
    name: 'comments.add',
    schema: z.strictObject({
      processId: id,
      text,
      ...placeFields,
    }),
    subject: ({ processId }) => ({ processId }),
    ...write,
  },
  async (context, input): Promise<ThreadAnswer> => {
    checkPlace(input);
    await throttle('comments', context.principal.id);
    const { model } = await draftOf(input.processId);
    const [threadId, commentId] = [
      idFrom(context.commandId, 'comment-thread'),
      idFrom(context.commandId, 'comment'),
    ];
    const place = placeColumns(asDocument(model.document), input);
    const answer = await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
      // The same command once more, after its answer got lost.
      const known = await tx.commentThread.findUnique({ where: { id: threadId }, select: { id: true } });
      if (known) return threadAnswer(await readThread(tx, threadId), context.principal.id);
      const open = await tx.commentThread.count({ where: { modelId: model.id, resolvedAt: null } });
      if (open >= MAX_OPEN) throw tooManyOpen();
      const thread = { id: threadId, modelId: model.id, ...place };
      const { id: authorId, name: authorName } = context.principal;
      await tx.commentThread.create({
        data: {
          ...thread,
          comments: { create: { id: commentId, text: input.text, authorId, authorName } },
        },
      });
      await recordComment(tx, context, thread, 'comment.added', {
        commentId,
        checksum: checksumOf(input.text),
      });
      return threadAnswer(await readThread(tx, threadId), authorId);
    });
    tellCommented(model.id, threadId);
    return answer;
  },
);

const tooManyOpen = () =>
  conflict({
    code: 'too-many-comments',
    userMessage: `A process has at most ${MAX_OPEN} open conversations. Resolve those that are done with.`,
  });
