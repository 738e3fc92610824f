'use client';

import { Avatar } from '@/components/ui/avatar';
import { AccountMenu } from './account-menu';
import type { AppShellProps } from './app-shell';
import type { NavItem } from './nav-items';
import { type NavCounts, NavLinks } from './nav-links';

type BottomBarProps = Pick<AppShellProps, 'person' | 'signOutAction'> & {
  items: readonly NavItem[];
  path: string;
  counts: NavCounts;
};

/** Navigation at the foot of narrow screens, clear of the home indicator. */
export function BottomBar({ items, path, counts, person, signOutAction }: BottomBarProps) {
  return (
    <div className="flex flex-none border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] desk:hidden print:hidden">
      <nav aria-label="Main" className="flex min-w-0 grow">
        <NavLinks items={items} path={path} counts={counts} form="bar" />
      </nav>
      {person && (
        <AccountMenu
          person={person}
          signOutAction={signOutAction}
          side="top"
          trigger={
            <button
              type="button"
              className="focus-inset flex h-14 w-12 flex-none items-center justify-center"
            >
              <Avatar name={person.name} decorative />
              <span className="sr-only">{person.name}, account</span>
            </button>
          }
        />
      )}
    </div>
  );
}
