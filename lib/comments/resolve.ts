import 'server-only';
import { z } from 'zod';
import { id } from '@/lib/processes/schemas';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { type ThreadAnswer, threadAnswer } from './answer';
import { inThread, readThread, recordComment, write } from './thread';

const schema = z.strictObject({ processId: id, threadId: id });
type Input = z.output<typeof schema>;
const subject = ({ processId }: Input) => ({ processId });

/** Says that a conversation is done with. Doing so twice is doing so once. @throws AppError 404 */
export const resolveComment = defineUseCase(
  { name: 'comments.resolve', schema, subject, ...write },
  (context, input) => settle(context, input, true),
);

/** Takes a conversation up again. @throws AppError 404 */
export const reopenComment = defineUseCase(
  { name: 'comments.reopen', schema, subject, ...write },
  (context, input) => settle(context, input, false),
);

function settle(context: AuthorisedContext, input: Input, resolved: boolean): Promise<ThreadAnswer> {
  const { id: me, name } = context.principal;
  return inThread(input.processId, input.threadId, async (tx, row) => {
    if ((row.resolvedAt !== null) === resolved) return threadAnswer(row, me);
    const data = resolved
      ? { resolvedAt: new Date(), resolvedBy: me, resolvedByName: name }
      : { resolvedAt: null, resolvedBy: null, resolvedByName: null };
    await tx.commentThread.update({ where: { id: row.id }, data });
    await recordComment(tx, context, row, resolved ? 'comment.resolved' : 'comment.reopened');
    return threadAnswer(await readThread(tx, row.id), me);
  });
}
