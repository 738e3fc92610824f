import type { NavIconName } from './nav-icon';

export interface NavItem {
  href: string;
  label: string;
  icon: NavIconName;
  /** Any of these shows it; none means everybody sees it. Names as in `lib/auth/permissions`. */
  needs: readonly string[];
}

const ITEMS: readonly NavItem[] = [
  { href: '/', label: 'Home', icon: 'home', needs: [] },
  { href: '/processes', label: 'Processes', icon: 'processes', needs: ['models.see'] },
  { href: '/instances', label: 'Instances', icon: 'instances', needs: ['instances.see'] },
  { href: '/inbox', label: 'Inbox', icon: 'inbox', needs: ['tasks.see'] },
  { href: '/audit', label: 'Audit', icon: 'audit', needs: ['audit.see'] },
  { href: '/settings', label: 'Settings', icon: 'settings', needs: ['settings.see', 'tokens.own'] },
];

/** The places a person can go to. What isn't shown is refused by the use case as well; this is only tidiness. */
export function navItems(permissions: readonly string[]): NavItem[] {
  return ITEMS.filter(
    (item) => item.needs.length === 0 || item.needs.some((need) => permissions.includes(need)),
  );
}

/** Whether a path belongs to an item: itself or below it; Home only itself. A task link `/t/…` belongs to the inbox, decisions to the processes that ask them. */
export function isCurrent(item: NavItem, path: string): boolean {
  if (item.href === '/') return path === '/';
  if (item.href === '/inbox' && path.startsWith('/t/')) return true;
  if (item.href === '/processes' && /^\/decisions(?:\/|$)/.test(path)) return true;
  return path === item.href || path.startsWith(`${item.href}/`);
}
