'use client';

import { useCallback, useMemo, useState } from 'react';
import { type InstanceLog, momentAt } from './model/log';
import { clamp, readAt } from './model/scrub';

/**
 * Which moment is shown: the newest, or the one of `?at=`. The address follows without asking the server, so that
 * reloading or sending it opens the same moment.
 */
export function useMoment(log: InstanceLog, startAt: string | undefined) {
  const last = log.tip.seq;
  const [at, setAt] = useState<number | null>(() => readAt(startAt, last));
  const past = at !== null && at < last;
  const goTo = useCallback(
    (seq: number | null) => {
      const next = seq === null ? null : clamp(seq, last);
      const live = next === null || next >= last;
      setAt(live ? null : next);
      const address = new URL(window.location.href);
      if (live) address.searchParams.delete('at');
      else address.searchParams.set('at', String(next));
      window.history.replaceState(null, '', address);
    },
    [last],
  );
  const moment = useMemo(() => (past ? momentAt(log, at) : log.tip), [log, at, past]);
  return { moment, past, goTo };
}
