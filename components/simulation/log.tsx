'use client';

import { useMemo } from 'react';
import { namesOf } from '@/components/instance/model/names';
import { lineOf } from '@/components/instance/model/sentences';
import { Time } from '@/components/ui/time';
import type { Recorded } from '@/engine/core';
import { CHOICE_WORK, type Session } from '@/lib/simulation';
import { useSimulation } from './context';

/** A gateway that asks does so by work of its own: that is no part of the process. */
const isOwn = ({ event }: Recorded, own: ReadonlySet<number>): boolean =>
  event.type.startsWith('work.') && own.has(event.key ?? -1);

/** What happened so far, newest first, in the sentences of the audit trail. */
export function Log({ session }: { session: Session }) {
  const document = useSimulation((state) => state.document);
  const shown = useSimulation((state) => state.shown);
  const lines = useMemo(() => {
    const own = new Set(
      session.entries.flatMap(({ event }) =>
        event.type === 'work.created' && event.data.workType === CHOICE_WORK ? [event.key ?? -1] : [],
      ),
    );
    const nameOf = namesOf(session.entries);
    return session.entries
      .slice(0, shown)
      .filter((entry) => !isOwn(entry, own))
      .map((entry) => lineOf(document, entry, nameOf))
      .filter((line) => !line.minor)
      .reverse();
  }, [session, document, shown]);
  return (
    <ol aria-label="What happened, newest first" className="py-2">
      {lines.map(({ seq, at, title, detail }) => (
        <li
          key={seq}
          className="flex min-h-7 items-baseline gap-2 border-b border-line px-4.5 py-1 text-[.78125rem]/5"
        >
          <Time value={at} format="seconds" className="flex-none text-muted" />
          <span className="min-w-0">
            {title}
            {detail && <span className="block break-words text-xs text-muted">{detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
