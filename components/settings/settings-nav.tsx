'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cx } from '@/components/ui/cx';
import type { SettingsTab } from './tabs';

const HERE = 'border-ink text-ink';
const THERE = 'border-transparent text-muted hover:text-ink';

/** The parts of Settings; each has an address of its own. */
export function SettingsNav({ tabs }: { tabs: readonly SettingsTab[] }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On phones the last parts are out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is another part
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [path]);
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      className="flex h-10 flex-none gap-5 overflow-x-auto border-b border-line bg-paper px-4.5"
    >
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? 'page' : undefined}
          className={cx(
            'focus-inset -mb-px flex flex-none items-center border-b-2 px-0.5 font-medium',
            path === href ? HERE : THERE,
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
