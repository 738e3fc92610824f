import { Search } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { cx } from '@/components/ui/cx';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { WaitingBanner, type WaitingItem } from '@/components/versions/waiting-banner';
import { LibraryNav } from './library-nav';
import { NewProcess } from './new-process';
import { filtersHref, Narrowed, type ProcessFilters, Tags } from './process-filters';

/** A row as the list needs it; the shape of `GET /processes`. */
export interface ProcessRow {
  processId: string;
  key: string;
  name: string;
  executable: boolean;
  retired: boolean;
  latestVersion: number | null;
  updatedAt: string;
  runningInstances: number;
  sample: boolean;
  owner: string;
  tags: readonly string[];
}

export interface ProcessListProps {
  items: readonly ProcessRow[];
  nextCursor: string | null;
  filters: ProcessFilters;
  mayEdit: boolean;
  /** What others ask the reader to approve. */
  waiting: { items: readonly WaitingItem[]; nextCursor: string | null } | null;
}

/** All processes: what is published, what runs, when the draft was changed. */
export function ProcessList({ items, nextCursor, filters, mayEdit, waiting }: ProcessListProps) {
  return (
    <div className="flex min-h-full flex-col">
      <TitleBlock
        actions={
          mayEdit && (
            <NewProcess known={items.map(({ processId, key, name }) => ({ processId, key, name }))} />
          )
        }
      >
        <TitleCell label="Everything drawn here" title>
          Processes
        </TitleCell>
        <TitleCell label="Shown" flat>
          <span className="font-mono">{items.length}</span>
        </TitleCell>
      </TitleBlock>
      <LibraryNav here="processes" />
      {waiting && <WaitingBanner items={waiting.items} more={waiting.nextCursor !== null} />}
      <search className="border-b border-line px-4 py-3">
        <form className="flex max-w-110 items-center gap-2">
          <label className="relative grow">
            <span className="sr-only">Search processes by name, owner or tag</span>
            <Search size={15} aria-hidden className="absolute left-2.5 top-2.25 text-muted" />
            <input
              name="q"
              defaultValue={filters.q}
              placeholder="Search by name, owner or tag"
              className="h-8 w-full rounded-md border border-line-strong bg-surface pl-8 pr-2 text-sm"
            />
          </label>
          {filters.owner && <input type="hidden" name="owner" value={filters.owner} />}
          {filters.tag && <input type="hidden" name="tag" value={filters.tag} />}
          <Button type="submit">Search</Button>
        </form>
        <Narrowed filters={filters} />
      </search>
      {items.length === 0 ? (
        <Empty filters={filters} mayEdit={mayEdit} />
      ) : (
        <DataTable label="Processes">
          <TableHead>
            <Th>Name</Th>
            <Th>State</Th>
            <Th className={ROOMY}>Owner</Th>
            <Th numeric>Version</Th>
            <Th numeric>Running</Th>
            <Th className={ROOMY}>Changed</Th>
            <Th className={ROOMY}>Key</Th>
          </TableHead>
          <tbody>
            {items.map((item) => (
              <Row key={item.processId} item={item} filters={filters} />
            ))}
          </tbody>
        </DataTable>
      )}
      {nextCursor && (
        <nav aria-label="Pages" className="p-4">
          <Link
            className="text-sm text-primary underline"
            href={`/processes?${new URLSearchParams({ ...filters, cursor: nextCursor })}`}
          >
            Next page
          </Link>
        </nav>
      )}
    </div>
  );
}

/** What a phone leaves to the process itself. */
const ROOMY = 'max-desk:hidden';

function Row({ item, filters }: { item: ProcessRow; filters: ProcessFilters }) {
  return (
    <Tr>
      <Td strong>
        <Link
          href={`/processes/${item.processId}`}
          className="inline-flex min-h-6 items-center hover:underline"
        >
          {item.name}
        </Link>
        <Tags tags={item.tags} filters={filters} />
      </Td>
      <Td>
        <StateOf item={item} />
      </Td>
      <Td className={ROOMY}>
        {item.owner && (
          <Link
            href={filtersHref({ ...filters, owner: item.owner })}
            className="inline-flex min-h-6 items-center hover:underline"
          >
            {item.owner}
          </Link>
        )}
      </Td>
      <Td numeric mono>
        {item.latestVersion === null ? '–' : `v${item.latestVersion}`}
      </Td>
      <Td numeric mono>
        {item.runningInstances > 0 ? (
          <Link
            className="text-primary underline"
            href={`/instances?processId=${item.processId}&status=running`}
          >
            {item.runningInstances}
          </Link>
        ) : (
          '0'
        )}
      </Td>
      <Td className={cx('whitespace-nowrap', ROOMY)}>
        <RelativeTime value={item.updatedAt} />
      </Td>
      <Td mono className={ROOMY}>
        {item.key}
      </Td>
    </Tr>
  );
}

function StateOf({ item }: { item: ProcessRow }) {
  if (item.retired) return <Chip tone="cancel">Retired</Chip>;
  if (item.latestVersion === null) return <Chip>Draft</Chip>;
  return item.sample ? <Chip tone="done">Published sample</Chip> : <Chip tone="done">Published</Chip>;
}

function Empty({ filters, mayEdit }: { filters: ProcessFilters; mayEdit: boolean }) {
  const { q: query } = filters;
  if (filters.owner || filters.tag)
    return (
      <EmptyState
        title="No process fits"
        actions={
          <Link className="text-sm text-primary underline" href="/processes">
            Show all
          </Link>
        }
      >
        Owner and tags are those of the drafts.
      </EmptyState>
    );
  if (query) {
    return (
      <EmptyState
        title={`No process is called like “${query}”`}
        actions={
          <Link className="text-sm text-primary underline" href="/processes">
            Show all
          </Link>
        }
      >
        The search looks at names, owners and whole tags.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No processes yet">
      {mayEdit ? 'Draw one, or drop a BPMN file on “Import”.' : 'A designer draws and publishes them.'}
    </EmptyState>
  );
}
