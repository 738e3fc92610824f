import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type BannerTone = 'info' | 'warning' | 'error' | 'success';

const LOOKS = {
  info: { className: 'border-line-strong bg-surface', icon: <Info size={16} className="text-muted" /> },
  warning: {
    className: 'border-wait/60 bg-wait-bg',
    icon: <TriangleAlert size={16} className="text-wait" />,
  },
  error: {
    className: 'border-incident/60 bg-incident-bg',
    icon: <TriangleAlert size={16} className="text-incident" />,
  },
  success: { className: 'border-done/50 bg-done-bg', icon: <CircleCheck size={16} className="text-done" /> },
} as const;

export interface BannerProps {
  tone?: BannerTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Across the whole width, without side borders: “Viewing the past”. */
  strip?: boolean;
  /** Says it at once to screen readers; for what appears while the page is used. */
  live?: boolean;
}

/** A fact about the whole page or panel, and what can be done about it. */
export function Banner({ tone = 'info', title, children, actions, strip, live }: BannerProps) {
  const look = LOOKS[tone];
  return (
    <div
      role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}
      className={cx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5',
        look.className,
        strip ? 'border-b' : 'rounded-md border',
      )}
    >
      <span className="mt-0.5 flex-none" aria-hidden="true">
        {look.icon}
      </span>
      <div className="min-w-48 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
