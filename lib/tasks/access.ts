import 'server-only';
import type { Scope } from '@/lib/auth/permissions';
import { inGroup, isMeant, type Principal } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import type { Prisma, Task } from '@/lib/db/generated/client.ts';
import { hiddenFromCaller, notFound } from '@/lib/errors/app-error';
import type { AuthorisedContext } from '@/lib/usecase/context';

/** Whether the task is this person's to see: theirs, offered to them or their groups, or offered to nobody. */
export function mayWorkOn(
  principal: Principal,
  task: Pick<Task, 'assignee' | 'candidateUsers' | 'candidateGroups'>,
): boolean {
  if (task.assignee && isMeant(principal, task.assignee)) return true;
  const offered = task.candidateUsers.length + task.candidateGroups.length > 0;
  if (!offered) return !task.assignee || principal.groups.includes('*');
  return (
    task.candidateUsers.some((one) => isMeant(principal, one)) || inGroup(principal, task.candidateGroups)
  );
}

/** The same as a filter. */
export function visibleTasks(context: AuthorisedContext & { scope: Scope }): Prisma.TaskWhereInput {
  const { principal, scope } = context;
  if (scope === 'all' || principal.groups.includes('*')) return {};
  const me = [principal.id, principal.email, principal.name].filter((one) => one !== undefined);
  return {
    OR: [
      { assignee: { in: me } },
      { candidateUsers: { hasSome: me } },
      { candidateGroups: { hasSome: principal.groups } },
      { candidateUsers: { isEmpty: true }, candidateGroups: { isEmpty: true }, assignee: null },
    ],
  };
}

/** @throws AppError 404 for a task that isn't there or isn't theirs */
export async function visibleTask(
  context: AuthorisedContext & { scope: Scope },
  taskId: string,
): Promise<Task> {
  const task = await db().task.findUnique({ where: { id: taskId } });
  if (!task) throw notFound('The task');
  if (context.scope !== 'all' && !mayWorkOn(context.principal, task)) throw hiddenFromCaller('The task');
  return task;
}
