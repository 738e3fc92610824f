import type { Scope } from '@/lib/auth/permissions';
import { scopeOf } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';
import type { Prisma } from '@/lib/db/generated/client.ts';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { visibleTasks } from './access';
import type { TaskView } from './types';

const OPEN = { in: ['open', 'claimed'] };

/** What somebody can decide now: assigned to or claimed by them, or free and offered to them. */
function mine(principal: Principal): Prisma.TaskWhereInput {
  if (!scopeOf(principal.roles, 'tasks.decide')) return { id: { in: [] } };
  const me = [principal.id, principal.email, principal.name].filter((one) => one !== undefined);
  const offered: Prisma.TaskWhereInput[] = principal.groups.includes('*')
    ? [{}]
    : [
        { candidateUsers: { hasSome: me } },
        { candidateGroups: { hasSome: principal.groups } },
        { candidateUsers: { isEmpty: true }, candidateGroups: { isEmpty: true } },
      ];
  return {
    OR: [{ assignee: { in: me } }, { AND: [{ assignee: null }, { OR: offered }] }],
    // where several decide, what somebody has decided waits for the others
    NOT: { voters: { has: principal.id } },
  };
}

/** Midnight UTC after a moment. */
const endOfDay = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));

/** The tasks of a view among those the caller may see; days are UTC days. */
export function tasksInView(
  context: AuthorisedContext & { scope: Scope },
  view: TaskView,
  now = new Date(),
): Prisma.TaskWhereInput {
  const seen = visibleTasks(context);
  switch (view) {
    case 'mine':
      return { AND: [seen, mine(context.principal)], state: OPEN };
    case 'groups':
      return { AND: [seen], state: OPEN };
    case 'due':
      return { AND: [seen], state: OPEN, dueAt: { gte: now, lt: endOfDay(now) } };
    case 'overdue':
      return { AND: [seen], state: OPEN, dueAt: { lt: now } };
    case 'done':
      return { AND: [seen], state: 'completed' };
  }
}
