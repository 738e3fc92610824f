'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { CommandHost } from '@/components/commands/command-host';
import { cx } from '@/components/ui/cx';
import type { AccountMenuProps, ShellPerson } from './account-menu';
import { BottomBar } from './bottom-bar';
import { DemoBar, type DemoBarProps } from './demo-bar';
import { useInboxCount } from './inbox-count';
import { navItems } from './nav-items';
import type { NavCounts } from './nav-links';
import { Rail } from './rail';
import { RequestCount } from './request-count';

export interface AppShellProps {
  children: ReactNode;
  /** What the person may do, as `permissionsOf` names it; decides which places are shown. */
  permissions: readonly string[];
  /** Absent on pages that can be seen without signing in. */
  person?: ShellPerson;
  signOutAction: AccountMenuProps['signOutAction'];
  inboxCount?: number;
  /** Requests that wait for the person; absent for who decides none. */
  requestCount?: number | undefined;
  /** Demo mode: the people one can be. */
  demo?: DemoBarProps;
  /** Whether there is a command palette, and with it the search button. */
  commands?: boolean;
}

/**
 * The frame of every page: skip link, navigation, demo bar and the main landmark. The page fills `main`, which
 * scrolls; a page with panes of its own makes its root `h-full min-h-0`.
 */
export function AppShell(props: AppShellProps) {
  const { children, permissions, demo, ...given } = props;
  const tasks = useInboxCount(given.inboxCount ?? 0);
  const counts: NavCounts = {
    '/inbox': { count: tasks, of: 'open tasks' },
    '/processes': { count: given.requestCount ?? 0, of: 'requests to decide' },
  };
  const account = { ...given, counts };
  const path = usePathname();
  const items = navItems(permissions);
  const wide = path === '/';
  return (
    <div
      className={cx(
        'flex h-dvh flex-col desk:grid',
        wide ? 'desk:grid-cols-[212px_1fr]' : 'desk:grid-cols-[64px_1fr]',
      )}
    >
      <a
        href="#main"
        className="fixed left-2 top-2 z-50 -translate-y-16 rounded-md bg-ink px-3 py-2 font-medium text-canvas focus:translate-y-0"
      >
        Skip to content
      </a>
      <Rail {...account} items={items} path={path} wide={wide} />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        {demo && <DemoBar {...demo} />}
        <main
          id="main"
          tabIndex={-1}
          className="min-h-0 min-w-0 grow overflow-y-auto outline-none focus-visible:shadow-none"
        >
          <RequestCount.Provider value={props.requestCount}>{children}</RequestCount.Provider>
        </main>
      </div>
      <BottomBar {...account} items={items} path={path} />
      {props.commands && <CommandHost permissions={permissions} />}
    </div>
  );
}
