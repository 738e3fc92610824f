import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { Time } from '@/components/ui/time';

/** A row of `GET /processes/{id}/versions`. */
export interface VersionRow {
  version: number;
  note: string;
  publishedByName: string;
  publishedAt: string;
  runningInstances: number;
}

export interface VersionListProps {
  processId: string;
  items: readonly VersionRow[];
  /** What is shown beside the list; null for the draft. */
  current: number | null;
  /** Leads to the draft, for those who may edit it. */
  draft: boolean;
}

const HERE = 'shadow-[inset_3px_0_0_var(--ink)] bg-surface';

/** The history of a process, newest first. */
export function VersionList({ processId, items, current, draft }: VersionListProps) {
  return (
    <nav
      aria-label="Versions"
      className="flex flex-none flex-col border-line bg-paper max-desk:border-t desk:w-52 desk:overflow-y-auto desk:border-r"
    >
      <div className="flex h-9 flex-none items-center border-b border-line px-4 text-xs font-semibold">
        <h2>Versions</h2>
        <span className="ml-auto font-normal text-muted">{items.length}</span>
      </div>
      <ul>
        {draft && (
          <li className="border-b border-line">
            <Link href={`/processes/${processId}`} className="focus-inset block px-4 py-2.5 hover:bg-hover">
              <span className="block text-sm font-medium">Draft</span>
              <span className="text-xs text-muted">Opens in the designer</span>
            </Link>
          </li>
        )}
        {items.map((item) => (
          <li key={item.version} className={cx('border-b border-line', item.version === current && HERE)}>
            <Link
              href={`/processes/${processId}/versions/${item.version}`}
              aria-current={item.version === current ? 'page' : undefined}
              className="focus-inset block px-4 pb-1 pt-2.5 hover:bg-hover"
            >
              <span className="block text-sm font-semibold">v{item.version}</span>
              <span className="line-clamp-3 text-xs">{item.note}</span>
              <span className="mt-1 flex flex-wrap justify-between gap-x-2 text-2xs text-muted">
                {item.publishedByName}
                <Time value={item.publishedAt} format="date" />
              </span>
            </Link>
            <p className="px-4 pb-2.5 text-2xs text-muted">
              {item.runningInstances === 0 ? (
                'None running'
              ) : (
                <Link
                  className="inline-link inline-block min-h-6 py-1"
                  href={`/instances?processId=${processId}&status=running`}
                >
                  {item.runningInstances} running
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-auto border-t border-line px-4 py-3 text-2xs text-muted max-desk:border-t-0">
        Published versions never change. Restoring one makes a new draft.
      </p>
    </nav>
  );
}
