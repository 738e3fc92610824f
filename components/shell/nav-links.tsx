'use client';

import Link from 'next/link';
import { cx } from '@/components/ui/cx';
import { NavIcon } from './nav-icon';
import { isCurrent, type NavItem } from './nav-items';

/** Numbers that stand beside places, by address. */
export type NavCounts = Partial<Record<string, { count: number; of: string }>>;

export interface NavLinksProps {
  items: readonly NavItem[];
  path: string;
  counts?: NavCounts;
  /** `rail` 64 px, `wide` 212 px, `bar` at the foot of phones. */
  form: 'rail' | 'wide' | 'bar';
}

const LINKS = {
  rail: 'h-13 flex-col justify-center gap-0.75 text-3xs/3.25',
  wide: 'h-8.5 gap-2.75 px-5 text-sm',
  bar: 'h-14 flex-1 flex-col justify-center gap-0.75 text-3xs/3.25',
} as const;

const MARKS = {
  rail: 'inset-y-2.5 left-0 w-0.75 rounded-r-xs',
  wide: 'inset-y-1.75 left-0 w-0.75 rounded-r-xs',
  bar: 'inset-x-3 top-0 h-0.75 rounded-b-xs',
} as const;

function Count({ count, of, form }: { count: number; of: string; form: NavLinksProps['form'] }) {
  const place =
    form === 'wide'
      ? 'ml-auto h-4.5 min-w-5 text-2xs/4.5'
      : 'absolute left-[calc(50%+3px)] top-1.5 h-3.75 min-w-4 text-[9.5px]/3.75';
  return (
    <span className={cx('rounded-full bg-ink px-1 text-center font-semibold text-canvas', place)}>
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {of}</span>
    </span>
  );
}

/** The places of the app. The current one has a petrol mark and says so to screen readers. */
export function NavLinks({ items, path, counts = {}, form }: NavLinksProps) {
  return items.map((item) => {
    const current = isCurrent(item, path);
    const waiting = counts[item.href];
    return (
      <Link
        key={item.href}
        href={item.href}
        aria-current={current ? 'page' : undefined}
        className={cx(
          'focus-inset relative flex items-center font-medium hover:text-ink',
          LINKS[form],
          current ? 'text-ink' : 'text-muted',
          current && form === 'wide' && 'bg-linear-to-r from-hover to-transparent',
        )}
      >
        {current && <span aria-hidden="true" className={cx('absolute bg-primary', MARKS[form])} />}
        <span className={current ? 'text-primary' : undefined}>
          <NavIcon name={item.icon} size={form === 'wide' ? 17 : 18} />
        </span>
        {item.label}
        {waiting && waiting.count > 0 && <Count {...waiting} form={form} />}
      </Link>
    );
  });
}
