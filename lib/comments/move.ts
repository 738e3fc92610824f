import 'server-only';
import { z } from 'zod';
import { draftOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { asDocument } from '@/lib/processes/store-model';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, threadAnswer } from './answer';
import { checkPlace, placeColumns, placeFields } from './place';
import { inThread, readThread, recordComment, write } from './thread';

/** Pins a conversation to another element or place. @throws AppError 404, 422 unless exactly one of both is named */
export const moveComment = defineUseCase(
  {
    name: 'comments.move',
    schema: z.strictObject({ processId: id, threadId: id, ...placeFields }),
    subject: ({ processId }) => ({ processId }),
    ...write,
  },
  async (context, input): Promise<ThreadAnswer> => {
    checkPlace(input);
    const { model } = await draftOf(input.processId);
    const place = placeColumns(asDocument(model.document), input);
    const me = context.principal.id;
    return inThread(input.processId, input.threadId, async (tx, row) => {
      const there =
        row.elementId === place.elementId &&
        row.planeId === place.planeId &&
        row.x === place.x &&
        row.y === place.y;
      if (there) return threadAnswer(row, me);
      await tx.commentThread.update({ where: { id: row.id }, data: place });
      await recordComment(tx, context, { ...row, ...place }, 'comment.moved', {
        from: { elementId: row.elementId, elementName: row.elementName },
      });
      return threadAnswer(await readThread(tx, row.id), me);
    });
  },
);
