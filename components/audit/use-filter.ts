'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useTransition } from 'react';
import { type AuditFilter, filterFromParams, filterToParams } from '@/lib/audit/filter';

/** The filter of the page's address, and how to change it: the address is the only place it lives. */
export function useFilter() {
  const router = useRouter();
  const params = useSearchParams();
  const [pending, startTransition] = useTransition();
  const filter = useMemo(() => filterFromParams(new URLSearchParams(params.toString())), [params]);
  const query = filterToParams(filter).toString();
  const apply = useCallback(
    (next: AuditFilter) =>
      startTransition(() => {
        const text = filterToParams(next).toString();
        router.push(text ? `/audit?${text}` : '/audit', { scroll: false });
      }),
    [router],
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
