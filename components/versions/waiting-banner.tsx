import Link from 'next/link';
import { Banner } from '@/components/ui/banner';
import { RelativeTime } from '@/components/ui/relative-time';
import { compareUrl } from './side';

/** A request that waits for the reader. */
export interface WaitingItem {
  requestId: string;
  processId: string;
  processName: string;
  kind: 'publish' | 'policy-off';
  baseVersion: number | null;
  requestedByName: string;
  requestedAt: string;
}

/** The first of what others can't do without the reader as their second person; the list has all of it. */
export function WaitingBanner({ items, more }: { items: readonly WaitingItem[]; more: boolean }) {
  if (items.length === 0) return null;
  return (
    <Banner
      strip
      tone="warning"
      title={
        more
          ? 'Requests wait for your approval'
          : items.length === 1
            ? 'Waits for your approval'
            : `${items.length} requests wait for your approval`
      }
    >
      <ul aria-label="Waits for your approval">
        {items.map((each) => {
          const side = `request-${each.requestId}` as const;
          return (
            <li key={each.requestId}>
              <Link className="inline-link" href={compareUrl(each.processId, each.baseVersion ?? side, side)}>
                {each.kind === 'publish'
                  ? `Publish ${each.processName}`
                  : `${each.processName} without a second person`}
              </Link>{' '}
              <span className="text-muted">
                asked by {each.requestedByName}, <RelativeTime value={each.requestedAt} />
              </span>
            </li>
          );
        })}
      </ul>
      {more && (
        <Link className="inline-link" href="/processes/requests">
          All requests
        </Link>
      )}
    </Banner>
  );
}
