import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { LibraryNav } from '@/components/processes/library-nav';
import { Avatar } from '@/components/ui/avatar';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { compareUrl } from './side';

/** A request as the list needs it; the shape of `GET /publish-requests`. */
export interface RequestItem {
  requestId: string;
  processId: string;
  processName: string;
  kind: 'publish' | 'policy-off';
  note: string;
  baseVersion: number | null;
  requestedByName: string;
  requestedAt: string;
  changes: { added: number; removed: number; changed: number } | null;
}

export interface RequestListProps {
  /** What others ask the reader. */
  others: readonly RequestItem[];
  nextCursor: string | null;
  /** What the reader asked and nobody has decided. */
  mine: readonly RequestItem[];
}

/** Everything that waits for a second person; each leads to what would be published, where it is decided. */
export function RequestList({ others, nextCursor, mine }: RequestListProps) {
  return (
    <div className="flex min-h-full flex-col">
      <TitleBlock>
        <TitleCell label="Waits for a second person" title>
          Publication requests
        </TitleCell>
        <TitleCell label="To decide" flat>
          <span className="font-mono">
            {others.length}
            {nextCursor && '+'}
          </span>
        </TitleCell>
      </TitleBlock>
      <LibraryNav here="requests" />
      {others.length === 0 ? (
        <EmptyState
          title="Nothing waits for you"
          icon={<CircleCheck size={28} strokeWidth={1.6} aria-hidden="true" className="text-done" />}
        >
          When somebody asks to publish a process that needs a second person, it appears here. Processes need
          one when an administrator says so under “Publishing…”.
        </EmptyState>
      ) : (
        <Requests label="Waits for you" items={others} />
      )}
      {nextCursor && (
        <nav aria-label="Pages" className="p-4">
          <Link
            className="inline-link"
            href={`/processes/requests?${new URLSearchParams({ cursor: nextCursor })}`}
          >
            Next page
          </Link>
        </nav>
      )}
      {mine.length > 0 && (
        <section className="mt-4 border-t border-line">
          <h2 className="px-4 pb-1 pt-4 text-sm font-semibold">You asked for</h2>
          <Requests label="You asked for" items={mine} own />
        </section>
      )}
    </div>
  );
}

function Requests({
  label,
  items,
  own = false,
}: {
  label: string;
  items: readonly RequestItem[];
  own?: boolean;
}) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {items.map((item) => (
        <Request key={item.requestId} item={item} own={own} />
      ))}
    </ul>
  );
}

function Request({ item, own }: { item: RequestItem; own: boolean }) {
  const side = `request-${item.requestId}` as const;
  return (
    <li className="relative grid grid-cols-[auto_1fr] items-start gap-x-3 border-b border-line bg-surface px-4 py-3 hover:bg-hover desk:grid-cols-[auto_1fr_auto]">
      <Avatar name={item.requestedByName} decorative />
      <div className="min-w-0">
        <Link
          href={compareUrl(item.processId, item.baseVersion ?? side, side)}
          className="font-medium after:absolute after:inset-0 hover:underline"
        >
          {titleOf(item)}
        </Link>
        <p className="mt-0.5 line-clamp-2 text-sm">{item.note}</p>
        <p className="mt-0.5 text-xs text-muted">
          {own ? 'Asked' : `${item.requestedByName} asked`} <RelativeTime value={item.requestedAt} />
        </p>
      </div>
      <p className="col-start-2 mt-1 text-xs text-muted desk:col-start-3 desk:mt-0 desk:text-right">
        {item.changes ? <Changes {...item.changes} /> : 'Changes how it is published'}
        <span className="block">
          {item.baseVersion === null ? 'Nothing is published yet' : `Compared with v${item.baseVersion}`}
        </span>
      </p>
    </li>
  );
}

const titleOf = ({ kind, processName }: RequestItem): string =>
  kind === 'publish' ? `Publish ${processName}` : `${processName} without a second person`;

function Changes({ added, removed, changed }: NonNullable<RequestItem['changes']>) {
  return (
    <>
      <span className="font-mono text-ink" aria-hidden="true">
        {`+${added} −${removed} ~${changed}`}
      </span>
      <span className="sr-only">{`${added} added, ${removed} removed, ${changed} changed. `}</span>
    </>
  );
}
