'use client';

import Link from 'next/link';
import { useContext } from 'react';
import { RequestCount } from '@/components/shell/request-count';
import { cx } from '@/components/ui/cx';

const TABS = [
  { id: 'processes', href: '/processes', label: 'Processes' },
  { id: 'decisions', href: '/decisions', label: 'Decisions' },
  { id: 'templates', href: '/templates', label: 'Templates' },
  { id: 'requests', href: '/processes/requests', label: 'Requests' },
] as const;

/** What is drawn here, what it asks and what to begin with; each has an address of its own. */
export function LibraryNav({ here }: { here: (typeof TABS)[number]['id'] }) {
  const waiting = useContext(RequestCount);
  const tabs = TABS.filter(({ id }) => id !== 'requests' || waiting !== undefined);
  return (
    <nav
      aria-label="Processes, decisions and templates"
      className="flex h-10 flex-none gap-5 overflow-x-auto border-b border-line bg-paper px-4.5"
    >
      {tabs.map(({ id, href, label }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === here ? 'page' : undefined}
          className={cx(
            'focus-inset -mb-px flex flex-none items-center border-b-2 px-0.5 font-medium',
            id === here ? 'border-ink text-ink' : 'border-transparent text-muted hover:text-ink',
          )}
        >
          {label}
          {id === 'requests' && waiting !== undefined && waiting > 0 && (
            <span className="ml-1.5 h-4.5 min-w-5 rounded-full bg-ink px-1 text-center text-2xs/4.5 font-semibold text-canvas">
              {waiting}
              <span className="sr-only"> to decide</span>
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
