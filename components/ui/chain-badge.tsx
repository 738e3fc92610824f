import { Link2, ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { formatUtc } from './format-time';
import { Spinner } from './spinner';

/** What is known about the audit chain. `seq` is the sequence number it is known to or broken at. */
export type ChainStatus =
  | { state: 'verified'; seq: number; at?: string; by?: 'server' | 'browser' }
  | { state: 'intact'; seq: number; at?: string; by?: 'server' | 'browser' }
  | { state: 'verifying'; percent?: number }
  | { state: 'broken'; seq: number }
  | { state: 'notVerified' };

interface Wording {
  text: string;
  seq?: string;
  /** What the verdict doesn't cover, shown behind a dashed line. */
  caveat?: string;
  /** Who checked and when. */
  detail?: string;
}

const CHECKERS = { server: 'this server', browser: 'this browser' } as const;

function checked(status: { at?: string; by?: 'server' | 'browser' }): string | undefined {
  if (!status.by) return undefined;
  return `Checked by ${CHECKERS[status.by]}${status.at ? `, ${formatUtc(status.at, 'seconds')} UTC` : ''}`;
}

/** The words of the badge. Only `verified` may read as a guarantee; a bare hash chain can't show a cut-off end. */
export function chainWording(status: ChainStatus): Wording {
  switch (status.state) {
    case 'verified':
      return { text: 'Verified to', seq: status.seq.toLocaleString('en'), detail: checked(status) };
    case 'intact':
      return {
        text: 'Chain intact to seq',
        seq: status.seq.toLocaleString('en'),
        caveat: 'deletion at the end is not detectable yet',
        detail: checked(status),
      };
    case 'verifying':
      return {
        text: status.percent === undefined ? 'Verifying' : `Verifying ${Math.floor(status.percent)} %`,
      };
    case 'broken':
      return { text: 'Broken at', seq: status.seq.toLocaleString('en') };
    case 'notVerified':
      return { text: 'Not verified' };
  }
}

const ICON = { size: 15, strokeWidth: 1.7, 'aria-hidden': true, className: 'flex-none' } as const;

const LOOKS: Record<ChainStatus['state'], { className: string; icon: ReactNode }> = {
  verified: {
    className: 'border-done/55 bg-done-bg',
    icon: <ShieldCheck {...ICON} className="flex-none text-done" />,
  },
  intact: { className: 'border-line-strong bg-surface', icon: <Link2 {...ICON} /> },
  verifying: { className: 'border-line-strong bg-surface', icon: <Spinner /> },
  broken: {
    className: 'border-incident bg-incident-bg',
    icon: <ShieldAlert {...ICON} className="flex-none text-incident" />,
  },
  notVerified: { className: 'border-line-strong bg-surface', icon: <ShieldQuestion {...ICON} /> },
};

/** How far the audit trail is proven. Neutral unless verified; never green by default. */
export function ChainBadge({ status, large = false }: { status: ChainStatus; large?: boolean }) {
  const wording = chainWording(status);
  const look = LOOKS[status.state];
  return (
    <span
      title={wording.detail}
      data-chain={status.state}
      className={cx(
        'inline-flex max-w-full flex-wrap items-center gap-x-1.75 rounded-sm border font-medium',
        large ? 'min-h-8.5 px-3 text-sm' : 'min-h-6.5 px-2.25 text-xs',
        look.className,
      )}
    >
      {look.icon}
      <span>
        {wording.text} {wording.seq && <span className="font-mono text-[.95em]">{wording.seq}</span>}
      </span>
      {wording.caveat && (
        <span className="border-l border-dashed border-line-strong pl-2 font-normal text-muted">
          {wording.caveat}
        </span>
      )}
    </span>
  );
}
