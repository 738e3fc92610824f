import 'server-only';
import { z } from 'zod';
import { throttle } from '@/lib/auth/throttle';
import { db } from '@/lib/db/client';
import { get, nameOf, type ProcessDocument } from '@/lib/document';
import { kindSpecOf } from '@/lib/elements/catalogue';
import { conflict, invalid } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { asDocument } from '@/lib/processes/store-model';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, threadAnswer } from './answer';
import { MAX_OPEN } from './limits';
import { point, text } from './schemas';
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
      /** The element it is about; an element that isn't in the draft yet may be named. */
      elementId: z.string().min(1).max(200).optional(),
      point: point.optional(),
    }),
    subject: ({ processId }) => ({ processId }),
    ...write,
  },
  async (context, input): Promise<ThreadAnswer> => {
    if ((input.elementId === undefined) === (input.point === undefined)) throw oneOfBoth();
    await throttle('comments', context.principal.id);
    const { model } = await modelOf(input.processId);
    const [threadId, commentId] = [
      idFrom(context.commandId, 'comment-thread'),
      idFrom(context.commandId, 'comment'),
    ];
    const { elementId = null, point: at } = input;
    const elementName = elementId === null ? null : wordsFor(asDocument(model.document), elementId);
    return db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
      // The same command once more, after its answer got lost.
      const known = await tx.commentThread.findUnique({ where: { id: threadId }, select: { id: true } });
      if (known) return threadAnswer(await readThread(tx, threadId), context.principal.id);
      const open = await tx.commentThread.count({ where: { modelId: model.id, resolvedAt: null } });
      if (open >= MAX_OPEN) throw tooManyOpen();
      const thread = { id: threadId, modelId: model.id, elementId, elementName };
      const { id: authorId, name: authorName } = context.principal;
      await tx.commentThread.create({
        data: {
          ...thread,
          ...(at ?? {}),
          comments: { create: { id: commentId, text: input.text, authorId, authorName } },
        },
      });
      await recordComment(tx, context, thread, 'comment.added', {
        commentId,
        checksum: checksumOf(input.text),
      });
      return threadAnswer(await readThread(tx, threadId), authorId);
    });
  },
);

/** What an element is called; null while the stored draft doesn't have it. */
function wordsFor(document: ProcessDocument, elementId: string): string | null {
  const element = get(document, elementId);
  return element ? nameOf(element) || kindSpecOf(document, elementId).label : null;
}

const oneOfBoth = () =>
  invalid({
    code: 'one-place',
    userMessage: 'Name the element that the comment is about, or the point of the drawing, and not both.',
    errors: [{ path: 'elementId', message: 'Exactly one of elementId and point.' }],
  });

const tooManyOpen = () =>
  conflict({
    code: 'too-many-comments',
    userMessage: `A process has at most ${MAX_OPEN} open conversations. Resolve those that are done with.`,
  });
