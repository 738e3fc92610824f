'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useOptimistic, useTransition } from 'react';
import { type AuditFilter, filterFromParams, filterToParams } from '@/lib/audit/filter';

/** The filter of the page's address, and how to change it: the address is the only place it lives. */
export function useFilter() {
  const router = useRouter();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const current = useMemo(() => filterFromParams(new URLSearchParams(params.toString())), [params]);
  // A choice shows at once, before the server has answered.
  const [filter, choose] = useOptimistic(current);
  const query = filterToParams(current).toString();
  const apply = useCallback(
    (next: AuditFilter) =>
      startTransition(() => {
        choose(next);
        const text = filterToParams(next).toString();
        router.push(text ? `/audit?${text}` : '/audit', { scroll: false });
      }),
    [router, choose],
  );
  const refresh = useCallback(() => startTransition(() => router.refresh()), [router]);
  return { filter, query, pending, apply, refresh };
}

/** The opened event of the address. Opening one doesn't ask the server for the list again. */
export function useOpenedEvent() {
  const params = useSearchParams();
  const open = useCallback((eventId: string | null) => {
    const url = new URL(window.location.href);
    if (eventId) url.searchParams.set('event', eventId);
    else url.searchParams.delete('event');
    window.history.replaceState(null, '', url);
  }, []);
  return { opened: params.get('event'), open };
}
