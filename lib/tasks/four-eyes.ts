import type { Executable } from '@/engine/core/model';
import type { InstanceState } from '@/engine/core/state';
import { type Scope, scopeOf } from '@/lib/auth/permissions';
import type { Task } from '@/lib/db/generated/client.ts';
import type { ApprovalConfig } from '@/lib/elements/approval/config';
import type { AuthorisedContext } from '@/lib/usecase/context';

/** Whether a person may decide; `reason` is the rule in words. The engine refuses by the same rule. */
export type Verdict = { may: true } | { may: false; code: string; reason: string };

const no = (code: string, reason: string): Verdict => ({ may: false, code, reason });

/** The four-eyes rule between persons, read from the state: the one that started, the ones that did a step. */
export function fourEyes(
  config: Partial<ApprovalConfig>,
  state: InstanceState,
  personId: string,
  nameOf: (elementId: string) => string,
): Verdict {
  if (config.notInitiator && state.startedBy === personId) {
    return no('four-eyes', 'You started this instance. Somebody else must decide it (four-eyes rule).');
  }
  const did = config.notDoneBy?.find((elementId) => state.doneBy[elementId]?.includes(personId));
  return did
    ? no('four-eyes', `You completed “${nameOf(did)}”. Somebody else must decide this step (four-eyes rule).`)
    : { may: true };
}

/** What the screen says beside the decision buttons. */
export function mayDecide(
  context: AuthorisedContext & { scope: Scope },
  task: Task,
  state: InstanceState | null,
  executable: Executable,
): Verdict {
  if (task.state === 'completed' || task.state === 'cancelled' || !state)
    return no('task-already-decided', 'This task is closed.');
  if (!scopeOf(context.principal.roles, 'tasks.decide'))
    return no('forbidden', 'You may read this task, not decide it.');
  if (task.assignee && task.assignee !== context.principal.id && task.state === 'claimed') {
    return no('claimed-by-another', `${task.assigneeName ?? 'Somebody else'} has claimed this task.`);
  }
  const config = (executable.nodes[task.elementId]?.config ?? {}) as Partial<ApprovalConfig>;
  return fourEyes(
    config,
    state,
    context.principal.id,
    (elementId) => executable.nodes[elementId]?.name || elementId,
  );
}
