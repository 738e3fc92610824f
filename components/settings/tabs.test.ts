import { describe, expect, it } from 'vitest';
import { permissionsOf } from '@/lib/auth/permissions';
import { settingsTabs } from './tabs';

const labels = (...roles: string[]) => settingsTabs(permissionsOf(roles)).map(({ label }) => label);

describe('the parts of Settings', () => {
  it('are all there for administrators and, to read, for auditors', () => {
    const all = ['People', 'API tokens', 'AI providers', 'Secrets', 'Calendars', 'Keyboard', 'About'];
    expect(labels('administrator')).toEqual(all);
    expect(labels('auditor')).toEqual([...all.slice(0, 5), 'Operations', ...all.slice(5)]);
  });
  it('are one’s own tokens for everybody else', () => {
    for (const role of ['designer', 'reviewer'])
      expect(labels(role)).toEqual(['API tokens', 'Keyboard', 'About']);
  });
  it('are what was set aside too for operators', () => {
    expect(labels('operator')).toEqual(['API tokens', 'Operations', 'Keyboard', 'About']);
  });
  it('are only what needs no permission for nobody in particular', () => {
    expect(labels()).toEqual(['Keyboard', 'About']);
  });
});
