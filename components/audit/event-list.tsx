// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid around the rows handles the keys.
// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, only those in view exist; table elements can't be laid out so.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row is the stop of the keyboard, not its cells.
'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { singleKeysOn } from '@/components/ui/single-keys';
import type { AuditRow, VerificationAnswer } from '@/lib/audit/types';
import { coverageOf } from './coverage';
import { EventCells } from './event-row';
import { ListHead } from './list-head';
import { listLayout } from './list-layout';
import { useOlder } from './use-older';
import { useWidth } from './use-width';
import type { Zone } from './zone';

export interface EventListProps {
  items: AuditRow[];
  nextCursor: string | null;
  total: number;
  query: string;
  zone: Zone;
  answer: VerificationAnswer | null;
  opened: string | null;
  onOpen(eventId: string | null): void;
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** Events, newest first: only the rows in view exist; the chain is drawn through them. */
export function EventList(props: EventListProps) {
  const { query, zone, answer, opened, onOpen, total } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const layout = listLayout(useWidth(scroller, 1000));
  const { items, more, load, busy, problem } = useOlder(props, query);
  const [active, setActive] = useState(0);
  // Another function has every row measured again.
  const keyAt = useCallback((index: number) => items[index]?.eventId ?? index, [items]);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => layout.rowHeight,
    getItemKey: keyAt,
    overscan: 12,
    initialRect: { width: 1000, height: 640 },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the height of rows changes.
  useEffect(() => rows.measure(), [layout.rowHeight]);
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !problem && items.length > 0 && last >= items.length - 30) void load();
  }, [more, problem, last, items.length, load]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setActive(next);
    rows.scrollToIndex(next);
    const id = items[next]?.eventId;
    if (opened && id) onOpen(id);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-event="${id}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (/^[jk]$/.test(event.key) && !singleKeysOn()) return;
    const step = STEPS[event.key];
    if (step !== undefined) go(active + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'Enter' || event.key === ' ') onOpen(items[active]?.eventId ?? null);
    else if (event.key === 'Escape' && opened) onOpen(null);
    else return;
    event.preventDefault();
  };

  return (
    <div className="flex min-h-0 grow flex-col">
      <div
        ref={scroller}
        role="grid"
        aria-label="Events, newest first"
        aria-rowcount={total + 1}
        aria-colcount={layout.lines === 2 ? 2 : 5 + Number(layout.object) + Number(layout.process)}
        onKeyDown={onKeyDown}
        className="relative min-h-0 grow overflow-y-auto overflow-x-hidden"
      >
        <ListHead layout={layout} zone={zone} />
        <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {visible.map(({ index, start, size }) => {
            const row = items[index];
            if (!row) return null;
            return (
              <div
                key={row.eventId}
                role="row"
                tabIndex={index === Math.min(active, items.length - 1) ? 0 : -1}
                aria-rowindex={index + 2}
                aria-selected={row.eventId === opened}
                data-event={row.eventId}
                data-seq={row.position}
                data-type={row.type}
                data-refused={row.refused || undefined}
                onClick={() => {
                  setActive(index);
                  onOpen(row.eventId);
                }}
                className="focus-inset absolute inset-x-0 cursor-pointer"
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <EventCells
                  row={row}
                  layout={layout}
                  zone={zone}
                  coverage={coverageOf(row, answer)}
                  selected={row.eventId === opened}
                />
              </div>
            );
          })}
        </div>
      </div>
      <ListFoot
        shown={items.length}
        total={total}
        more={more}
        busy={busy}
        problem={problem}
        onMore={() => void load()}
      />
    </div>
  );
}

interface FootProps {
  shown: number;
  total: number;
  more: boolean;
  busy: boolean;
  problem: string | null;
  onMore(): void;
}

function ListFoot({ shown, total, more, busy, problem, onMore }: FootProps) {
  return (
    <div className="flex min-h-9 flex-none items-center gap-3 border-t border-line bg-paper px-4 py-1 text-xs text-muted">
      <span>
        {shown.toLocaleString('en')} of {total.toLocaleString('en')} events loaded
      </span>
      {problem && <span className="text-incident">{problem}</span>}
      {more && (
        <Button size="sm" variant="ghost" busy={busy} onClick={onMore}>
          Load older events
        </Button>
      )}
      <span className="ml-auto hidden desk:inline">J and K move, Enter opens, Esc closes</span>
    </div>
  );
}
