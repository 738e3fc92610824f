export interface SettingsTab {
  href: string;
  label: string;
  /** Any of these shows it; none means everybody sees it. */
  needs: readonly string[];
}

const TABS: readonly SettingsTab[] = [
  { href: '/settings/people', label: 'People', needs: ['settings.see'] },
  { href: '/settings/tokens', label: 'API tokens', needs: ['tokens.own'] },
  { href: '/settings/providers', label: 'AI providers', needs: ['settings.see'] },
  { href: '/settings/secrets', label: 'Secrets', needs: ['settings.see'] },
  { href: '/settings/calendars', label: 'Calendars', needs: ['settings.see'] },
  { href: '/settings/operations', label: 'Operations', needs: ['deliveries.see'] },
  { href: '/settings/keyboard', label: 'Keyboard', needs: [] },
  { href: '/settings/about', label: 'About', needs: [] },
];

/** The parts of Settings a person may look at, in order; the first is where Settings open. */
export function settingsTabs(permissions: readonly string[]): SettingsTab[] {
  return TABS.filter(({ needs }) => needs.length === 0 || needs.some((need) => permissions.includes(need)));
}
