import 'server-only';
import type { Executable } from '@/engine/core/model';
import type { InstanceState } from '@/engine/core/state';
import { db } from '@/lib/db/client';
import type { Task } from '@/lib/db/generated/client.ts';
import type { ApprovalConfig } from '@/lib/elements/approval/config';

const list = (parts: string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`;

function offer(task: Task, name: (id: string) => string): string {
  if (
    task.assignee &&
    (task.state === 'claimed' || task.candidateUsers.length + task.candidateGroups.length === 0)
  )
    return `${task.assigneeName ?? name(task.assignee)} decides it.`;
  const people = task.candidateUsers.map(name);
  const groups = task.candidateGroups.map((group) => `anyone in the group “${group}”`);
  const all = list([...people, ...groups]);
  return all ? `${all.charAt(0).toUpperCase()}${all.slice(1)} may decide.` : 'Any reviewer may decide.';
}

/** Who may decide a task, in sentences: whom it is offered to, and whom the four-eyes rule excludes. */
export async function whoMayDecide(
  task: Task,
  state: InstanceState | null,
  executable: Executable,
): Promise<string[]> {
  const config = (executable.nodes[task.elementId]?.config ?? {}) as Partial<ApprovalConfig>;
  const did = (config.notDoneBy ?? []).flatMap((elementId) =>
    (state?.doneBy[elementId] ?? []).map((personId) => ({ elementId, personId })),
  );
  const ids = [state?.startedBy, task.assignee, ...task.candidateUsers, ...did.map((one) => one.personId)];
  const people = await db().person.findMany({
    where: { id: { in: ids.filter((one): one is string => typeof one === 'string') } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((one) => [one.id, one.name]));
  const name = (id: string) => names.get(id) ?? id;
  return [
    offer(task, name),
    ...(config.notInitiator && state ? [`Not ${name(state.startedBy)}, who started it.`] : []),
    ...did.map(
      ({ elementId, personId }) =>
        `Not ${name(personId)}, who did “${executable.nodes[elementId]?.name || elementId}”.`,
    ),
  ];
}
