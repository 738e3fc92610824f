import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

export interface DataTableProps {
  /** Names the table. */
  label: string;
  /** Row height 32 or 40 px. */
  density?: 'compact' | 'comfortable';
  children: ReactNode;
  className?: string;
}

/** A table that scrolls sideways inside its own region on narrow screens, reachable by keyboard. */
export function DataTable({ label, density = 'comfortable', children, className }: DataTableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard.
      tabIndex={0}
      className={cx('focus-inset relative overflow-x-auto', className)}
    >
      <table className="group/table w-full border-collapse text-left text-[.78125rem]" data-density={density}>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10 bg-paper text-[.71875rem] text-muted shadow-[inset_0_-1px_var(--line-strong)]">
      <tr>{children}</tr>
    </thead>
  );
}

/** A column heading. `sort` says how the column is sorted now. */
export function Th({
  sort,
  numeric,
  className,
  ...rest
}: ComponentProps<'th'> & { sort?: 'ascending' | 'descending'; numeric?: boolean }) {
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort}
      className={cx('h-7.5 whitespace-nowrap px-3 font-medium', numeric && 'text-right', className)}
    />
  );
}

export type RowTone = 'plain' | 'selected' | 'refused' | 'tail';

const ROWS: Record<RowTone, string> = {
  plain: 'bg-surface hover:bg-hover',
  selected: 'bg-primary-soft shadow-[inset_0_0_0_1px_var(--primary-line)]',
  refused: 'hatch-refused',
  tail: 'bg-canvas',
};

export function Tr({ tone = 'plain', className, ...rest }: ComponentProps<'tr'> & { tone?: RowTone }) {
  return <tr {...rest} className={cx('border-b border-line', ROWS[tone], className)} />;
}

/** `strong` is what the row is called; one in each row. */
export function Td({
  numeric,
  mono,
  strong,
  className,
  ...rest
}: ComponentProps<'td'> & { numeric?: boolean; mono?: boolean; strong?: boolean }) {
  return (
    <td
      {...rest}
      className={cx(
        'h-8 px-3 py-0.5 group-data-[density=comfortable]/table:h-10',
        numeric && 'whitespace-nowrap text-right',
        mono && 'whitespace-nowrap font-mono text-xs',
        strong && 'font-medium',
        className,
      )}
    />
  );
}
