'use client';

import { useEffect, useRef, useState } from 'react';
import { searchServer } from './server-search';
import type { CommandGroup } from './sources';

/** How long after the last letter the server is asked, in milliseconds. */
const AFTER_MS = 200;

/** What the server finds for the typed text, as far as this person may see it. */
export function useFoundOnServer(typed: string, permissions: readonly string[], go: (href: string) => void) {
  const [answer, setAnswer] = useState<{ typed: string; groups: CommandGroup[] }>({ typed: '', groups: [] });
  const search = typed.trim();
  const latest = useRef({ permissions, go });
  latest.current = { permissions, go };
  useEffect(() => {
    if (!search) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      searchServer(search, latest.current.permissions, (href) => latest.current.go(href), stop.signal).then(
        (groups) =>
          setAnswer({ typed: search, groups: groups.filter(({ commands }) => commands.length > 0) }),
        () => undefined,
      );
    }, AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [search]);
  return { groups: search ? answer.groups : [], busy: search !== '' && answer.typed !== search };
}
