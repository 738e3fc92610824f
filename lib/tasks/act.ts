import 'server-only';
import { z } from 'zod';
import type { Input } from '@/engine/core/inputs';
import type { Scope } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { invalid } from '@/lib/errors/app-error';
import { command, splitId } from '@/lib/instances/command';
import { id } from '@/lib/processes/schemas';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTask } from './access';
import { naming } from './conflicts';

const subject = ({ taskId }: { taskId: string }) => ({
  instanceId: taskId.slice(0, taskId.lastIndexOf(':')),
});
const policy = { permission: 'tasks.decide' } as const;
const note = z.string().trim().max(2000).optional();

async function act(
  context: AuthorisedContext & { scope: Scope },
  taskId: string,
  input: (key: number) => Input,
) {
  await visibleTask(context, taskId);
  const { instanceId, key } = splitId(taskId, 'The task');
  await naming(taskId, () => command(context, instanceId, input(key)));
  const row = await db().task.findUniqueOrThrow({ where: { id: taskId } });
  return { taskId, state: row.state, assignee: row.assignee, assigneeName: row.assigneeName };
}

/** First writer wins. @throws AppError 409 `claimed-by-another` with the name */
export const claimTask = defineUseCase(
  { name: 'tasks.claim', schema: z.strictObject({ taskId: id }), policy, mutates: true, subject },
  (context, { taskId }) =>
    act(context, taskId, (key) => ({
      type: 'claim-task',
      key,
      personId: context.principal.id,
      personName: context.principal.name,
    })),
);

/** Gives a claimed task back to everybody it was offered to. */
export const releaseTask = defineUseCase(
  {
    name: 'tasks.release',
    schema: z.strictObject({ taskId: id, reason: note }),
    policy,
    mutates: true,
    subject,
  },
  (context, { taskId, reason }) =>
    act(context, taskId, (key) => ({ type: 'release-task', key, ...(reason ? { reason } : {}) })),
);

/** Adds a comment that stays with the task. */
export const commentTask = defineUseCase(
  {
    name: 'tasks.comment',
    schema: z.strictObject({
      taskId: id,
      text: z.string().trim().min(1, 'Write something first.').max(4000),
    }),
    policy,
    mutates: true,
    subject,
  },
  (context, { taskId, text }) => act(context, taskId, (key) => ({ type: 'comment-task', key, text })),
);

/** Hands the task to a named person who may decide tasks. @throws AppError 422 when there is no such person */
export const delegateTask = defineUseCase(
  {
    name: 'tasks.delegate',
    schema: z.strictObject({ taskId: id, to: id, reason: note }),
    policy,
    mutates: true,
    subject,
  },
  async (context, { taskId, to, reason }) => {
    const person = await db().person.findFirst({
      where: { OR: [{ id: to }, { email: to.toLowerCase() }], disabled: false },
    });
    if (!person?.roles.includes('reviewer')) {
      throw invalid({
        code: 'unknown-person',
        userMessage: `There is nobody called “${to}” who may decide tasks.`,
        errors: [{ path: 'to', message: 'Choose a reviewer.' }],
      });
    }
    return act(context, taskId, (key) => ({
      type: 'delegate-task',
      key,
      to: person.id,
      toName: person.name,
      ...(reason ? { reason } : {}),
    }));
  },
);
