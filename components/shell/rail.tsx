'use client';

import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { cx } from '@/components/ui/cx';
import { Kbd } from '@/components/ui/kbd';
import { Tooltip } from '@/components/ui/tooltip';
import { AccountMenu } from './account-menu';
import type { AppShellProps } from './app-shell';
import { openCommands } from './command';
import { Logo } from './logo';
import { NavIcon } from './nav-icon';
import type { NavItem } from './nav-items';
import { type NavCounts, NavLinks } from './nav-links';

function SearchButton({ wide }: { wide: boolean }) {
  const button = (
    <button
      type="button"
      onClick={openCommands}
      aria-label={wide ? undefined : 'Search or run'}
      aria-keyshortcuts="Control+K Meta+K"
      className={cx(
        'flex items-center gap-2 rounded-md text-xs text-muted hover:text-ink',
        wide ? 'h-8' : 'size-8 justify-center',
      )}
    >
      <NavIcon name="search" size={wide ? 15 : 17} />
      {wide && <span className="grow text-left">Search or run</span>}
      {wide && <Kbd>Ctrl K</Kbd>}
    </button>
  );
  if (wide) return button;
  return (
    <Tooltip content="Search or run" shortcut="Ctrl K" side="right">
      {button}
    </Tooltip>
  );
}

type RailProps = Pick<AppShellProps, 'person' | 'signOutAction' | 'commands'> & {
  items: readonly NavItem[];
  path: string;
  wide: boolean;
  counts: NavCounts;
};

/** Navigation at the left: 64 px with labels, 212 px on Home. */
export function Rail({ items, path, wide, person, signOutAction, counts, commands }: RailProps) {
  return (
    <div className="flex min-h-0 flex-col border-r border-line bg-canvas max-desk:hidden print:hidden">
      <Link
        href="/"
        aria-label="Countersign, home"
        className={cx(
          'focus-inset flex h-14 flex-none items-center gap-2.5 border-b border-line',
          wide ? 'px-4.5' : 'justify-center',
        )}
      >
        <Logo size={wide ? 26 : 28} />
        {wide && <b className="text-base font-semibold tracking-[-.02em]">Countersign</b>}
      </Link>
      <nav aria-label="Main" className="flex min-h-0 flex-col gap-0.5 overflow-y-auto py-2">
        <NavLinks items={items} path={path} counts={counts} form={wide ? 'wide' : 'rail'} />
      </nav>
      <div
        className={cx(
          'mt-auto flex flex-col gap-2 border-t border-line',
          wide ? 'items-stretch px-4 py-3' : 'items-center py-2.5',
        )}
      >
        {commands && <SearchButton wide={wide} />}
        {person && (
          <AccountMenu
            person={person}
            signOutAction={signOutAction}
            trigger={
              <button
                type="button"
                className={cx(
                  'flex items-center gap-2 rounded-md',
                  wide ? 'min-h-8 text-left text-xs' : 'size-8 justify-center',
                )}
              >
                <Avatar name={person.name} decorative />
                <span className={wide ? 'truncate' : 'sr-only'}>{person.name}</span>
                <span className="sr-only">, account</span>
              </button>
            }
          />
        )}
      </div>
    </div>
  );
}
