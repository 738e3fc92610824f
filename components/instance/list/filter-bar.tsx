'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Select } from '@/components/ui/select';
import { filtersHref, type InstanceFilters, STATUS_WORDS, STATUSES } from './filters';

interface FilterBarProps {
  filters: InstanceFilters;
  processes: readonly { processId: string; name: string }[];
}

/** Status, process and search; all of it in the address. */
export function FilterBar({ filters, processes }: FilterBarProps) {
  const router = useRouter();
  return (
    <search className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3">
      <nav aria-label="Status" className="flex flex-wrap gap-1">
        {[undefined, ...STATUSES].map((status) => (
          <Link
            key={status ?? 'all'}
            href={filtersHref({ ...filters, status })}
            aria-current={filters.status === status ? 'page' : undefined}
            className={cx(
              'inline-flex h-7 items-center rounded-[5px] border px-2.5 text-xs font-medium',
              filters.status === status
                ? 'border-line-strong bg-surface'
                : 'border-transparent text-muted hover:bg-hover hover:text-ink',
            )}
          >
            {status ? STATUS_WORDS[status] : 'All'}
          </Link>
        ))}
      </nav>
      <form
        className="flex min-w-0 grow flex-wrap items-center gap-2 desk:max-w-160"
        onSubmit={(event) => {
          event.preventDefault();
          const q = String(new FormData(event.currentTarget).get('q') ?? '').trim();
          router.push(filtersHref({ ...filters, q: q || undefined }));
        }}
      >
        <Select
          label="Process"
          hideLabel
          name="process"
          className="w-48 max-desk:w-full"
          value={filters.processId ?? ''}
          options={[
            { value: '', label: 'All processes' },
            ...processes.map(({ processId, name }) => ({ value: processId, label: name })),
          ]}
          onChange={(event) =>
            router.push(filtersHref({ ...filters, processId: event.target.value || undefined }))
          }
        />
        <label className="relative min-w-40 grow">
          <span className="sr-only">Search by title, business key or id</span>
          <Search size={15} aria-hidden className="absolute left-2.5 top-2 text-muted" />
          <input
            key={filters.q ?? ''}
            name="q"
            type="search"
            maxLength={200}
            defaultValue={filters.q ?? ''}
            placeholder="Title, key or id"
            className="h-7.5 w-full rounded-md border border-line-strong bg-surface pl-8 pr-2 text-sm"
          />
        </label>
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
