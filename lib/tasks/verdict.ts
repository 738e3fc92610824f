import type { Executable } from '@/engine/core/model';
import type { InstanceState } from '@/engine/core/state';
import { type Scope, scopeOf } from '@/lib/auth/permissions';
import { NO_PASSWORD } from '@/lib/auth/step-up';
import type { Task } from '@/lib/db/generated/client.ts';
import { mayNot } from '@/lib/elements/approval/behavior';
import type { ApprovalConfig } from '@/lib/elements/approval/config';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { mayWorkOn } from './access';
import type { Verdict } from './types';

const no = (code: string, reason: string): Verdict => ({ may: false, code, reason });

/** Of somebody who has no password to sign with. */
export const CANT_SIGN: Verdict = no('no-password', NO_PASSWORD);

function closed(task: Task): Verdict | null {
  if (task.state === 'completed') return no('task-already-decided', 'This task has been decided.');
  if (task.state === 'cancelled') return no('task-already-decided', 'This task was withdrawn.');
  return null;
}

function personal({ principal }: AuthorisedContext, task: Task): Verdict | null {
  const scope = scopeOf(principal.roles, 'tasks.decide');
  if (!scope) return no('forbidden', 'You may read this task, not decide it.');
  if (task.state === 'claimed' && task.assignee !== principal.id)
    return no('claimed-by-another', `${task.assigneeName ?? 'Somebody else'} has claimed this task.`);
  return scope === 'all' || mayWorkOn(principal, task)
    ? null
    : no('forbidden', 'You may read this task. It is offered to others, who decide it.');
}

/** What the screen says beside the decision buttons; the engine and `completeTask` refuse for the same reasons. */
export function mayDecide(
  context: AuthorisedContext & { scope: Scope },
  task: Task,
  state: InstanceState | null,
  executable: Executable,
): Verdict {
  const refused = closed(task) ?? personal(context, task);
  if (refused) return refused;
  const node = executable.nodes[task.elementId];
  if (!state || !node) return no('task-already-decided', 'This task is closed.');
  const { id: personId } = context.principal;
  const facts = { state, node, executable, key: task.key };
  const rule = task.approval ? mayNot(facts, node.config as ApprovalConfig, personId) : null;
  return rule ? no(rule.code, rule.message) : { may: true };
}
