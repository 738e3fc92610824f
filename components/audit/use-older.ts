'use client';

import { useCallback, useRef, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import type { AuditRow } from '@/lib/audit/types';

interface Page {
  items: AuditRow[];
  nextCursor: string | null;
}

/** The list so far, and how to read on towards the past. @param query the filter, as the API takes it */
export function useOlder(first: Page, query: string) {
  const [older, setOlder] = useState<Page>({ items: [], nextCursor: first.nextCursor });
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const cursor = older.nextCursor;
  const load = useCallback(async () => {
    if (!cursor || running.current) return;
    running.current = true;
    setBusy(true);
    const result = await apiGet<Page>(`/audit?${query}${query ? '&' : ''}limit=200&cursor=${cursor}`);
    running.current = false;
    setBusy(false);
    setProblem(result.ok ? null : result.problem.detail);
    if (result.ok)
      setOlder((before) => ({
        items: [...before.items, ...result.body.items],
        nextCursor: result.body.nextCursor,
      }));
  }, [cursor, query]);
  return { items: [...first.items, ...older.items], more: cursor !== null, load, busy, problem };
}
