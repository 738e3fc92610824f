'use client';

import { CircleHelp } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { ChainBadge } from '@/components/ui/chain-badge';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { VerificationAnswer } from '@/lib/audit/types';
import { chainStatus } from './coverage';
import { formatMoment, type Zone, zoneName } from './zone';

/** The badge, who checked and when, and what that does and doesn't say. */
export function ChainState({
  answer,
  busy,
  zone,
}: {
  answer: VerificationAnswer | null;
  busy: boolean;
  zone: Zone;
}) {
  return (
    <div className="flex min-w-0 items-center gap-2 px-4 py-2">
      <ChainBadge status={chainStatus(answer, busy)} large />
      <Popover
        label="What the check covers"
        trigger={<IconButton label="What does this cover?" icon={<CircleHelp size={16} />} />}
      >
        <div className="flex max-w-80 flex-col gap-2 p-1 text-sm">
          {answer ? (
            <p>
              This server recomputed {answer.events.toLocaleString('en')} events in{' '}
              {answer.streams.toLocaleString('en')} chains on{' '}
              {formatMoment(answer.checkedAt, zone, { year: true })} {zoneName(zone)}
              {answer.erased > 0 ? `; the content of ${answer.erased} records was erased` : ''}.
            </p>
          ) : (
            <p>Nobody has checked the chains since this page was opened.</p>
          )}
          <p>
            <strong>Covered:</strong> every record against its hash and the record before it, and the newest
            one of each chain against its head.
          </p>
          <p>
            <strong>Not covered:</strong> events newer than the check; a whole chain, or its newest events,
            removed together with its head. This list is an index; an opened event is read from its record.
          </p>
        </div>
      </Popover>
      {answer && !busy && (
        <span className="hidden text-xs text-muted wide:inline">
          Checked by this server, {formatMoment(answer.checkedAt, zone).slice(0, -4)}
        </span>
      )}
    </div>
  );
}

const MOST = 5;

/** What is broken, where the eye can't miss it, with the way to each event. */
export function BrokenBanner({
  answer,
  onOpen,
}: {
  answer: VerificationAnswer | null;
  onOpen(id: string): void;
}) {
  if (!answer || answer.broken.length === 0) return null;
  const others = answer.broken.length - MOST;
  return (
    <Banner tone="error" strip live title={answer.statement}>
      <ul className="mt-1 flex flex-col gap-1">
        {answer.broken.slice(0, MOST).map((one) => {
          const shown = answer.brokenEvents.find((row) => row.position === one.position);
          return (
            <li key={`${one.stream} ${one.seq}`} className="flex flex-wrap items-center gap-x-3">
              <span className="font-mono text-xs">
                {one.position && `seq ${one.position} · `}event {one.seq} of {one.stream}
              </span>
              <span>{one.message}</span>
              {shown && (
                <Button size="sm" onClick={() => onOpen(shown.eventId)}>
                  Open event
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {others > 0 && (
        <p className="mt-1 text-xs">And {others} more chains; `npm run verify-ledger` names all.</p>
      )}
    </Banner>
  );
}
