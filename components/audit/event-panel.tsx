'use client';

import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';
import { Sheet } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { IconButton } from '@/components/ui/icon-button';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { AuditEventAnswer } from '@/lib/audit/types';
import { EventDetail } from './event-detail';
import type { Zone } from './zone';

type Loaded = { id: string; event: AuditEventAnswer | null; problem: string | null };

function useEvent(id: string): Loaded & { retry(): void } {
  const [loaded, setLoaded] = useState<Loaded>({ id: '', event: null, problem: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again for the same event.
  useEffect(() => {
    const abort = new AbortController();
    apiGet<AuditEventAnswer>(`/audit/events/${id}`, abort.signal).then(
      (result) =>
        setLoaded(
          result.ok
            ? { id, event: result.body, problem: null }
            : { id, event: null, problem: result.problem.detail },
        ),
      () => undefined,
    );
    return () => abort.abort();
  }, [id, attempt]);
  return { ...loaded, retry: () => setAttempt((n) => n + 1) };
}

function Content({ id, zone }: { id: string; zone: Zone }) {
  const { event, problem, retry } = useEvent(id);
  if (problem)
    return (
      <ErrorState title="The event can’t be shown" onRetry={retry}>
        {problem}
      </ErrorState>
    );
  return event ? (
    <EventDetail event={event} zone={zone} />
  ) : (
    <SkeletonRows rows={8} height={32} label="Loading the event" />
  );
}

export interface EventPanelProps {
  eventId: string;
  zone: Zone;
  phone: boolean;
  onClose(): void;
  /** To the newer (-1) or the older (1) neighbour in the list; null where there is none. */
  neighbour(step: 1 | -1): (() => void) | null;
}

/** One event: beside the list where there is room, from below on phones. */
export function EventPanel({ eventId, zone, phone, onClose, neighbour }: EventPanelProps) {
  if (phone)
    return (
      <Sheet title="Event" open onOpenChange={(open) => !open && onClose()}>
        <Content id={eventId} zone={zone} />
      </Sheet>
    );
  const step = (direction: 1 | -1, label: string, icon: ReactNode) => {
    const go = neighbour(direction);
    return <IconButton label={label} icon={icon} disabled={!go} onClick={go ?? undefined} />;
  };
  return (
    <aside
      aria-label="Event"
      className="flex w-99 flex-none flex-col border-l border-line-strong bg-paper"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="flex flex-none items-center justify-end gap-1 px-3 pt-2">
        {step(-1, 'Newer event', <ChevronUp size={16} aria-hidden />)}
        {step(1, 'Older event', <ChevronDown size={16} aria-hidden />)}
        <IconButton label="Close the event" icon={<X size={16} aria-hidden />} onClick={onClose} />
      </div>
      <section
        aria-label="Details of the event"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard.
        tabIndex={0}
        className="focus-inset min-h-0 grow overflow-y-auto px-5 pb-6"
      >
        <Content id={eventId} zone={zone} />
      </section>
    </aside>
  );
}
