import 'server-only';
import { createHash } from 'node:crypto';
import type { JsonObject } from '@/engine/core/json';
import { actorOf } from '@/lib/auth/principal';
import { db, type Tx } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { tellCommented } from '@/lib/presence/tell-commented';
import { modelOf } from '@/lib/processes/model-answer';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { type ThreadRow, WITH_COMMENTS } from './answer';

/** Whoever may see a draft reads what is said about it; who draws, runs or administers says something. */
export const write = { policy: { permission: 'models.comment' }, mutates: true } as const;

/** What the ledger keeps of a text: its author may delete it, so not the text itself. */
export const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Does something with a conversation while nobody else does; whoever has the draft open is told.
 * @throws AppError 404 where the process has no such conversation
 */
export async function inThread<Result>(
  processId: string,
  threadId: string,
  work: (tx: Tx, row: ThreadRow) => Promise<Result>,
): Promise<Result> {
  const { model } = await modelOf(processId);
  const result = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM comment_thread WHERE id = ${threadId} FOR UPDATE`;
    const row = await tx.commentThread.findUnique({ where: { id: threadId }, include: WITH_COMMENTS });
    if (row?.modelId !== model.id) throw notFound('The conversation');
    return work(tx, row);
  });
  tellCommented(model.id, threadId);
  return result;
}

/** The conversation as it is now. */
export const readThread = (tx: Tx, threadId: string): Promise<ThreadRow> =>
  tx.commentThread.findUniqueOrThrow({ where: { id: threadId }, include: WITH_COMMENTS });

/** Puts what happened to a conversation into the ledger of its process. */
export async function recordComment(
  tx: Tx,
  context: AuthorisedContext,
  thread: { id: string; modelId: string; elementId: string | null; elementName: string | null },
  type: `comment.${'added' | 'replied' | 'edited' | 'moved' | 'resolved' | 'reopened' | 'deleted'}`,
  more: JsonObject = {},
): Promise<void> {
  const { id: threadId, modelId, elementId, elementName } = thread;
  await appendLedger(tx, {
    stream: `process:${modelId}`,
    actor: actorOf(context.principal),
    cause: type,
    events: [{ type, data: { modelId, threadId, elementId, elementName, ...more } }],
  });
}
