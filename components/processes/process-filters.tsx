import { Tag } from 'lucide-react';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';

/** What the list is narrowed to. */
export interface ProcessFilters {
  q?: string;
  owner?: string;
  tag?: string;
}

/** The list narrowed to these; without any, the whole list. */
export const filtersHref = (filters: ProcessFilters): string => {
  const query = new URLSearchParams({ ...filters }).toString();
  return query ? `/processes?${query}` : '/processes';
};

/** Tags of a process; each narrows the list to those that have it. */
export function Tags({ tags, filters }: { tags: readonly string[]; filters: ProcessFilters }) {
  if (tags.length === 0) return null;
  return (
    <span className="ml-2 inline-flex flex-wrap gap-1 align-middle">
      {tags.map((tag) => (
        <Link
          key={tag}
          href={filtersHref({ ...filters, tag })}
          aria-label={`Only those tagged ${tag}`}
          className="inline-flex min-h-6 items-center"
        >
          <Chip icon={<Tag size={11} aria-hidden />}>{tag}</Chip>
        </Link>
      ))}
    </span>
  );
}

/** What the list is narrowed to beside the search, each with a way back. */
export function Narrowed({ filters }: { filters: ProcessFilters }) {
  const { owner, tag, ...rest } = filters;
  if (!owner && !tag) return null;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {owner && (
        <span>
          Owner <b className="font-semibold">{owner}</b>{' '}
          <Link className="text-primary underline" href={filtersHref({ ...rest, ...(tag ? { tag } : {}) })}>
            Any owner
          </Link>
        </span>
      )}
      {tag && (
        <span>
          Tagged <b className="font-semibold">{tag}</b>{' '}
          <Link
            className="text-primary underline"
            href={filtersHref({ ...rest, ...(owner ? { owner } : {}) })}
          >
            Any tag
          </Link>
        </span>
      )}
    </p>
  );
}
