import { Hourglass, Tag } from 'lucide-react';
import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import { cx } from '@/components/ui/cx';
import { compareUrl, type Side } from '@/components/versions/side';
import { ByWhom, HERE, VersionFrame } from '@/components/versions/version-frame';

/** A row of `GET /processes/{id}/versions`. */
export interface VersionRow {
  version: number;
  note: string;
  publishedByName: string;
  publishedAt: string;
  runningInstances: number;
  /** The second person, where one was needed. */
  approvedByName?: string | null;
  /** Names it carries, such as Production. */
  tags?: readonly string[];
}

/** What waits for a second person. */
export interface WaitingRow {
  requestId: string;
  kind: 'publish' | 'policy-off';
  note: string;
  baseVersion: number | null;
  requestedByName: string;
  requestedAt: string;
}

export interface VersionListProps {
  processId: string;
  items: readonly VersionRow[];
  /** What is shown beside the list; null for the draft. */
  current: number | null;
  /** Leads to the draft, for those who may edit it. */
  draft: boolean;
  waiting?: readonly WaitingRow[];
  /** The two sides of a comparison; rows then lead to what each version changed. */
  sides?: { from: Side; to: Side };
}

const OTHER = 'shadow-[inset_3px_0_0_var(--line-strong)]';

const sideClass = (sides: VersionListProps['sides'], side: Side): string =>
  sides?.to === side ? HERE : sides?.from === side ? OTHER : '';

/** The history of a process, newest first. */
export function VersionList({ processId, items, current, draft, waiting = [], sides }: VersionListProps) {
  const latest = items[0]?.version ?? null;
  return (
    <VersionFrame
      count={items.length}
      note="Published versions never change. Restoring one makes a new draft."
    >
      {draft && (
        <li className={cx('border-b border-line', sideClass(sides, 'draft'))}>
          <Link href={`/processes/${processId}`} className="focus-inset block px-4 py-2.5 hover:bg-hover">
            <SideWord sides={sides} side="draft" />
            <span className="block text-sm font-medium">Draft</span>
            <span className="text-xs text-muted">Opens in the designer</span>
          </Link>
          {latest !== null && sides?.to !== 'draft' && (
            <CompareLink
              href={compareUrl(processId, latest, 'draft')}
              label={`Compare the draft with v${latest}`}
            />
          )}
        </li>
      )}
      {waiting.map((each) => (
        <Waiting key={each.requestId} processId={processId} request={each} sides={sides} />
      ))}
      {items.map((item, index) => (
        <Version
          key={item.version}
          {...{ processId, item, current, sides }}
          before={items[index + 1]?.version}
        />
      ))}
    </VersionFrame>
  );
}

/** “From” or “To”, where two sides are compared. */
function SideWord({ sides, side }: { sides: VersionListProps['sides']; side: Side }) {
  const word = sides?.to === side ? 'To' : sides?.from === side ? 'From' : null;
  return word && <span className="float-right text-2xs text-muted">{word}</span>;
}

function CompareLink({ href, label }: { href: string; label: string }) {
  return (
    <Link
      href={href}
      aria-label={label}
      className="inline-link mx-4 mb-1.5 inline-block min-h-6 py-1 text-2xs"
    >
      Compare
    </Link>
  );
}

interface VersionProps extends Pick<VersionListProps, 'processId' | 'current' | 'sides'> {
  item: VersionRow;
  /** The version before it. */
  before: number | undefined;
}

function Version({ processId, item, current, before, sides }: VersionProps) {
  const { version, runningInstances, tags = [] } = item;
  const here = !sides && version === current;
  // While comparing, a version leads to what it changed; else to itself.
  const changed = sides && before !== undefined ? compareUrl(processId, before, version) : null;
  const compare =
    sides || current === null || version === current
      ? null
      : compareUrl(processId, Math.min(version, current), Math.max(version, current));
  return (
    <li className={cx('border-b border-line', here ? HERE : sideClass(sides, version))}>
      <Link
        href={changed ?? `/processes/${processId}/versions/${version}`}
        aria-current={here ? 'page' : undefined}
        className="focus-inset block px-4 pb-1 pt-2.5 hover:bg-hover"
      >
        <SideWord sides={sides} side={version} />
        <span className="flex items-center gap-1.5 text-sm font-semibold">
          v{version}
          {tags.map((tag) => (
            <Chip key={tag} icon={<Tag size={11} aria-hidden />}>
              {tag}
            </Chip>
          ))}
        </span>
        <span className="line-clamp-3 text-xs">{item.note}</span>
        <ByWhom name={item.publishedByName} at={item.publishedAt} />
        {item.approvedByName && (
          <span className="block text-2xs text-muted">Approved by {item.approvedByName}</span>
        )}
      </Link>
      <p className="flex items-center justify-between px-4 pb-1.5 text-2xs text-muted">
        {runningInstances === 0 ? (
          'None running'
        ) : (
          <Link
            className="inline-link inline-block min-h-6 py-1"
            href={`/instances?processId=${processId}&status=running`}
          >
            {runningInstances} running
          </Link>
        )}
        {compare && (
          <Link
            href={compare}
            aria-label={`Compare v${version} with v${current}`}
            className="inline-link inline-block min-h-6 py-1"
          >
            Compare
          </Link>
        )}
      </p>
    </li>
  );
}

/** Something a second person has to decide. */
function Waiting({
  processId,
  request,
  sides,
}: Pick<VersionListProps, 'processId' | 'sides'> & { request: WaitingRow }) {
  const { requestId, kind, note, requestedByName, requestedAt, baseVersion } = request;
  const side: Side = `request-${requestId}`;
  const url = compareUrl(processId, baseVersion ?? side, side);
  return (
    <li className={cx('border-b border-line', sideClass(sides, side))}>
      <Link href={url} className="focus-inset block px-4 py-2.5 hover:bg-hover">
        <SideWord sides={sides} side={side} />
        <span className="block">
          <Chip tone="wait" icon={<Hourglass size={12} aria-hidden />}>
            Waits for approval
          </Chip>
        </span>
        <span className="mt-1 line-clamp-3 text-xs">
          {kind === 'publish' ? note : `No second person any more: ${note}`}
        </span>
        <ByWhom name={requestedByName} at={requestedAt} />
      </Link>
    </li>
  );
}
