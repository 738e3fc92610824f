'use client';

import { FileClock, RefreshCw, ShieldCheck, SlidersHorizontal, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Drawer } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { later, usePreload } from '@/components/ui/later';
import { Segmented } from '@/components/ui/segmented';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { EMPTY_FILTER, isFiltered } from '@/lib/audit/filter';
import type { AuditFacets, AuditRow } from '@/lib/audit/types';
import { EventList } from './event-list';
import type { EventPanelProps } from './event-panel';
import { Facets } from './facets';
import { SearchBox } from './search-box';
import { useFilter, useOpenedEvent } from './use-filter';
import { useVerification } from './use-verification';
import { useWidth } from './use-width';
import { BrokenBanner, ChainState } from './verification-bar';
import type { Zone } from './zone';

const EventPanel = later<EventPanelProps>(() => import('./event-panel').then((it) => it.EventPanel), {
  name: 'The event',
  place: ({ phone, onClose }, failure) => (
    <aside
      aria-label="Event"
      aria-busy={!failure}
      className={cx(
        'border-line-strong bg-paper',
        phone ? 'fixed inset-x-0 bottom-0 z-40 min-h-24 border-t' : 'w-99 flex-none border-l',
      )}
    >
      {failure && (
        <div className="flex justify-end px-3 pt-2">
          <IconButton label="Close the event" icon={<X size={16} aria-hidden />} onClick={onClose} />
        </div>
      )}
      {failure}
    </aside>
  ),
});
const PARTS = [EventPanel];

const PHONE_PX = 760;
const ZONES = [
  { value: 'utc', label: 'UTC' },
  { value: 'local', label: 'Local' },
] as const;

export interface AuditViewProps {
  items: AuditRow[];
  nextCursor: string | null;
  facets: AuditFacets;
}

/** The record of everything: narrowed by the address, checked on demand, each event opened beside the list. */
export function AuditView({ items, nextCursor, facets }: AuditViewProps) {
  const { filter, query, pending, apply, refresh } = useFilter();
  const { opened, open } = useOpenedEvent();
  const verification = useVerification();
  usePreload(PARTS);
  const [zone, setZone] = useState<Zone>('utc');
  const [filtering, setFiltering] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const phone = useWidth(root, 1400) < PHONE_PX;
  const names = useMemo(
    () => new Map([...facets.actors, ...facets.processes].map((one) => [one.id, one.name])),
    [facets],
  );
  const panel = opened && (
    <EventPanel
      eventId={opened}
      zone={zone}
      phone={phone}
      onClose={() => open(null)}
      neighbour={(step) => {
        const id = items[items.findIndex((row) => row.eventId === opened) + step]?.eventId;
        return id && items.some((row) => row.eventId === opened) ? () => open(id) : null;
      }}
    />
  );
  const choices = <Facets filter={filter} facets={facets} apply={apply} />;
  return (
    <div ref={root} className="flex h-full min-h-0 flex-col">
      <TitleBlock
        actions={
          <>
            <Segmented label="Times in" choices={ZONES} value={zone} onValueChange={setZone} />
            <IconButton
              label="Look for newer events"
              icon={<RefreshCw size={15} aria-hidden />}
              variant="secondary"
              onClick={refresh}
            />
            <Button
              variant="primary"
              icon={<ShieldCheck size={15} aria-hidden />}
              busy={verification.busy}
              onClick={() => void verification.verify()}
            >
              {verification.answer ? 'Verify again' : 'Verify'}
            </Button>
          </>
        }
      >
        <TitleCell label="Record of everything" title>
          Audit
        </TitleCell>
        <ChainState answer={verification.answer} busy={verification.busy} zone={zone} />
      </TitleBlock>
      {verification.problem && (
        <Banner tone="error" strip live>
          {verification.problem}
        </Banner>
      )}
      <BrokenBanner answer={verification.answer} onOpen={open} />
      <div className="flex min-h-0 grow">
        <aside
          aria-label="Filters"
          className="hidden w-52 flex-none overflow-y-auto border-r border-line bg-paper px-4 py-4 wide:block"
        >
          {choices}
        </aside>
        <section aria-label="Events" aria-busy={pending} className="flex min-w-0 grow flex-col">
          <div className="flex flex-none items-start gap-2 border-b border-line px-3 py-2.5">
            <SearchBox filter={filter} names={names} apply={apply} />
            <Drawer
              title="Filters"
              open={filtering}
              onOpenChange={setFiltering}
              trigger={
                <Button className="h-8.5 wide:hidden" icon={<SlidersHorizontal size={15} aria-hidden />}>
                  Filters
                </Button>
              }
            >
              {choices}
            </Drawer>
          </div>
          <div className={cx('flex min-h-0 grow flex-col', pending && 'opacity-60')}>
            {items.length === 0 ? (
              <Nothing filtered={isFiltered(filter)} onClear={() => apply(EMPTY_FILTER)} />
            ) : (
              <EventList
                key={`${query} ${items[0]?.eventId}`}
                {...{ items, nextCursor, query, zone, opened }}
                total={facets.total}
                answer={verification.answer}
                onOpen={open}
              />
            )}
          </div>
        </section>
        {panel}
      </div>
    </div>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear(): void }) {
  if (!filtered)
    return (
      <EmptyState title="Nothing has happened yet" icon={<FileClock size={28} aria-hidden />}>
        Every change, decision and refused attempt will be recorded here. Run a sample to see the first.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No event matches"
      icon={<FileClock size={28} aria-hidden />}
      actions={<Button onClick={onClear}>Clear filters</Button>}
    >
      Take a filter away, or look at another time.
    </EmptyState>
  );
}
