import type { ReactNode } from 'react';
import { cx } from './cx';

export interface TitleBlockProps {
  /** `TitleCell`s. */
  children: ReactNode;
  /** At the right end; the main action last. */
  actions?: ReactNode;
}

/**
 * The title block of the sheet: a 56 px strip cut by hairlines into cells. Facts about the sheet stand here and
 * nowhere else. Where there is no room for all of them cells wrap; on phones the title has a line of its own.
 */
export function TitleBlock({ children, actions }: TitleBlockProps) {
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-stretch border-b border-line bg-paper desk:min-h-14 desk:flex-nowrap">
      <div className="flex min-w-0 grow flex-wrap items-stretch">{children}</div>
      {actions && (
        <div className="flex flex-none flex-wrap items-center gap-2 border-line px-4 py-2 max-desk:w-full max-desk:gap-1.5 max-desk:border-t max-desk:px-3">
          {actions}
        </div>
      )}
    </header>
  );
}

export interface TitleCellProps {
  /** The small key above. */
  label: ReactNode;
  children: ReactNode;
  /** The name of the sheet: its value is the page's heading. */
  title?: boolean;
  /** No hairline at the right. */
  flat?: boolean;
  className?: string;
}

export function TitleCell({ label, children, title = false, flat = false, className }: TitleCellProps) {
  const Value = title ? 'h1' : 'div';
  return (
    <div
      className={cx(
        'flex h-14 min-w-0 flex-col justify-center gap-px border-line px-4 max-desk:h-12',
        title ? 'max-desk:not-last:border-b max-desk:basis-full desk:max-w-112' : 'flex-none max-desk:px-3',
        !flat && (title ? 'desk:border-r' : 'border-r'),
        className,
      )}
    >
      <span className="truncate text-3xs text-muted">{label}</span>
      <Value
        className={cx(
          'flex h-4.5 min-w-0 items-center gap-1.5 whitespace-nowrap leading-4.5',
          title ? 'text-base/4.5 font-semibold tracking-[-.012em]' : 'text-sm/4.5 font-medium',
        )}
      >
        {title ? <span className="truncate">{children}</span> : children}
      </Value>
    </div>
  );
}
