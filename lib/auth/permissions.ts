export const ROLES = ['administrator', 'designer', 'operator', 'reviewer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may do what; deny by default. `own` narrows to processes the person owns, `groups` to tasks of the person's
 * groups, `test` to test runs of drafts. Every cell is a line of a generated test.
 */
export const MATRIX = {
  'models.see': { administrator: 'all', designer: 'all', operator: 'all', auditor: 'all' },
  'models.edit': { designer: 'all' },
  /** Saying something about a draft without changing it. */
  'models.comment': { administrator: 'all', designer: 'all', operator: 'all' },
  'versions.publish': { designer: 'all' },
  /** Being the second person; what a request is about narrows it further. */
  'requests.decide': { administrator: 'all', designer: 'all' },
  'policies.set': { administrator: 'all' },
  'instances.start': { designer: 'test', operator: 'all' },
  'instances.see': { designer: 'own', operator: 'all', auditor: 'all' },
  'instances.operate': { operator: 'all' },
  'deliveries.see': { operator: 'all', auditor: 'all' },
  'messages.send': { operator: 'all' },
  'work.execute': { operator: 'all' },
  'tasks.see': { reviewer: 'groups', auditor: 'all' },
  'tasks.decide': { reviewer: 'groups' },
  'audit.see': { auditor: 'all' },
  'settings.see': { administrator: 'all', auditor: 'all' },
  'settings.manage': { administrator: 'all' },
  'tokens.own': { administrator: 'all', designer: 'all', operator: 'all', reviewer: 'all', auditor: 'all' },
  'kill-switch': { administrator: 'all', operator: 'all' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Scope = 'all' | 'own' | 'groups' | 'test';
export type Permission = keyof typeof MATRIX;

const WIDTH: Record<Scope, number> = { test: 1, groups: 1, own: 1, all: 2 };

/** The widest scope the roles give for a permission, or null when none does. */
export function scopeOf(roles: readonly string[], permission: Permission): Scope | null {
  const row: Partial<Record<string, Scope>> = MATRIX[permission];
  let best: Scope | null = null;
  for (const role of roles) {
    const scope = row[role];
    if (scope && (!best || WIDTH[scope] > WIDTH[best])) best = scope;
  }
  return best;
}

/** Everything the roles allow in some scope; the shell uses it to show only what leads somewhere. */
export function permissionsOf(roles: readonly string[]): Permission[] {
  return (Object.keys(MATRIX) as Permission[]).filter((permission) => scopeOf(roles, permission) !== null);
}
