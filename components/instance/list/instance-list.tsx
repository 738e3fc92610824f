import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatDuration } from '@/components/ui/format-time';
import { Time } from '@/components/ui/time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { FilterBar } from './filter-bar';
import { filtersHref, type InstanceFilters, isFiltered } from './filters';
import { InstanceChip } from './instance-chip';

/** A row as the list needs it; the shape of `GET /instances`. */
export interface InstanceRow {
  instanceId: string;
  processName: string;
  version: number;
  status: string;
  title: string | null;
  businessKey: string | null;
  openIncidents: number;
  openTasks: number;
  startedAt: string;
  endedAt: string | null;
}

export interface InstanceListProps {
  items: readonly InstanceRow[];
  nextCursor: string | null;
  filters: InstanceFilters;
  /** Not the first page. */
  further: boolean;
  processes: readonly { processId: string; name: string }[];
}

/** All instances, newest first. */
export function InstanceList({ items, nextCursor, filters, further, processes }: InstanceListProps) {
  return (
    <div className="flex min-h-full flex-col">
      <TitleBlock>
        <TitleCell label="Everything that runs or ran" title>
          Instances
        </TitleCell>
        <TitleCell label={further ? 'On this page' : 'Shown'} flat>
          <span className="font-mono">
            {items.length}
            {nextCursor && !further ? '+' : ''}
          </span>
        </TitleCell>
      </TitleBlock>
      <FilterBar filters={filters} processes={processes} />
      {items.length === 0 ? (
        <Empty filtered={isFiltered(filters) || further} />
      ) : (
        <ul aria-label="Instances" className="border-b border-line">
          <Heads />
          {items.map((item) => (
            <Row key={item.instanceId} item={item} />
          ))}
        </ul>
      )}
      {(nextCursor || further) && (
        <nav aria-label="Pages" className="flex gap-2 p-4">
          {further && <ButtonLink href={filtersHref(filters)}>First page</ButtonLink>}
          {nextCursor && <ButtonLink href={filtersHref(filters, nextCursor)}>Older instances</ButtonLink>}
        </nav>
      )}
    </div>
  );
}

/** What the columns are; each row says it by its words, so this is for the eye only. */
function Heads() {
  return (
    <li
      aria-hidden="true"
      className={`${GRID} h-7.5 bg-paper py-0! text-[.71875rem] text-muted max-desk:hidden`}
    >
      <span>Title</span>
      <span>State</span>
      <span>Process</span>
      <span>Started</span>
      <span className="text-right">Took</span>
    </li>
  );
}

const GRID =
  'relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 border-t border-line px-4 py-2 first:border-t-0 desk:grid-cols-[minmax(0,1fr)_12rem_minmax(0,14rem)_11rem_6rem]';

/** The whole row leads to the instance; on phones it is two lines. */
function Row({ item }: { item: InstanceRow }) {
  const { instanceId, title, businessKey, startedAt, endedAt } = item;
  const name = title ?? businessKey ?? instanceId;
  return (
    <li className={`${GRID} bg-surface hover:bg-hover`}>
      <Link
        href={`/instances/${instanceId}`}
        className="min-h-6 truncate font-medium after:absolute after:inset-0 hover:underline"
      >
        {name}
        {businessKey && businessKey !== name && !name.includes(businessKey) && (
          <span className="font-normal text-muted"> · {businessKey}</span>
        )}
      </Link>
      <span className="justify-self-end desk:justify-self-start">
        <InstanceChip {...item} />
      </span>
      <span className="truncate text-muted max-desk:text-xs">
        {item.processName} <span className="font-mono text-[.92em]">v{item.version}</span>
      </span>
      <span className="text-muted max-desk:justify-self-end max-desk:text-xs">
        <Time value={startedAt} />
        <span className="max-desk:hidden"> UTC</span>
      </span>
      <span className="text-right font-mono text-xs text-muted max-desk:hidden">
        {endedAt ? formatDuration(Date.parse(endedAt) - Date.parse(startedAt)) : '–'}
      </span>
    </li>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState title="No instance matches" actions={<ButtonLink href="/instances">Show all</ButtonLink>}>
        Titles, business keys and the beginning of ids are searched.
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing has run yet" actions={<ButtonLink href="/">Run a sample</ButtonLink>}>
      An instance appears here as soon as a process is started, by a person or over the API.
    </EmptyState>
  );
}
