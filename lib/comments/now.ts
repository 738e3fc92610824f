import 'server-only';
import { db } from '@/lib/db/client';
import { type ThreadAnswer, threadAnswer, WITH_COMMENTS } from './answer';

/** Conversations about a draft as they are now; null is one that is gone. @param me who reads them */
export async function conversationsNow(
  modelId: string,
  threadIds: readonly string[],
  me: string,
): Promise<{ threadId: string; thread: ThreadAnswer | null }[]> {
  const where = { modelId, id: { in: [...threadIds] } };
  const rows = await db().commentThread.findMany({ where, include: WITH_COMMENTS });
  const found = new Map(rows.map((row) => [row.id, threadAnswer(row, me)]));
  return threadIds.map((threadId) => ({ threadId, thread: found.get(threadId) ?? null }));
}
