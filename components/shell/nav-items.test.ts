import { describe, expect, it } from 'vitest';
import { isCurrent, navItems } from './nav-items';

const labels = (permissions: string[]) => navItems(permissions).map((item) => item.label);

describe('navigation', () => {
  it('shows only what leads somewhere', () => {
    expect(labels([])).toEqual(['Home']);
    expect(labels(['tasks.see', 'tokens.own'])).toEqual(['Home', 'Inbox', 'Settings']);
    expect(labels(['audit.see', 'models.see'])).toEqual(['Home', 'Processes', 'Audit']);
  });

  it('marks the place and what is below it, but Home only itself', () => {
    const [home, inbox] = navItems(['tasks.see']);
    expect(home && isCurrent(home, '/inbox')).toBe(false);
    expect(home && isCurrent(home, '/')).toBe(true);
    expect(inbox && isCurrent(inbox, '/inbox/123')).toBe(true);
    expect(inbox && isCurrent(inbox, '/t/123')).toBe(true);
    expect(inbox && isCurrent(inbox, '/inboxes')).toBe(false);
    const processes = navItems(['models.see'])[1];
    expect(processes && isCurrent(processes, '/decisions/prices')).toBe(true);
    expect(processes && isCurrent(processes, '/decisionsx')).toBe(false);
  });
});
