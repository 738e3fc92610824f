import { useCallback, useEffect, useState } from 'react';
import type { ThreadAnswer } from '@/lib/comments/answer';
import type { CommentsApi } from './comments-api';

export interface Resolved {
  threads: readonly ThreadAnswer[];
  /** Where more of them begin; null when these are all. */
  cursor: string | null;
  /** Null while they are loaded, else why they aren't there, or “”. */
  failed: string | null;
}

const NOTHING: Resolved = { threads: [], cursor: null, failed: null };

/** Resolved conversations, page by page, once somebody looks for them. */
export function useResolved(api: CommentsApi, wanted: boolean) {
  const [resolved, setResolved] = useState<Resolved>(NOTHING);
  const load = useCallback(
    async (cursor: string | null) => {
      const answer = await api.list('resolved', cursor);
      setResolved((before) => {
        if (!answer.ok) return { ...before, failed: answer.problem.detail };
        const { items, nextCursor } = answer.body;
        const kept = cursor === null ? [] : before.threads;
        return { threads: [...kept, ...items], cursor: nextCursor, failed: '' };
      });
    },
    [api],
  );
  useEffect(() => {
    if (wanted) void load(null);
  }, [wanted, load]);
  /** A conversation is as it says now; null when it is gone. */
  const put = useCallback((threadId: string, thread: ThreadAnswer | null) => {
    setResolved((before) => {
      const rest = before.threads.filter((each) => each.threadId !== threadId);
      return { ...before, threads: thread?.resolved ? [thread, ...rest] : rest };
    });
  }, []);
  return { resolved, load, put };
}
