import 'server-only';
import { z } from 'zod';
import { hasProvider } from '@/lib/auth/oidc-client';
import { db } from '@/lib/db/client';
import type { ApprovalConfig } from '@/lib/elements/approval/config';
import { fourEyes } from '@/lib/elements/approval/four-eyes';
import { executableSource } from '@/lib/processes/executables';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTask } from './access';

/** People shown to choose from. */
const MAX_PEOPLE = 200;

/** Who a task can be handed to: reviewers that the four-eyes rule doesn't exclude and who can sign, but for the caller. */
export const listDelegates = defineUseCase(
  {
    name: 'tasks.delegates',
    schema: z.strictObject({ taskId: id }),
    policy: { permission: 'tasks.decide' },
    mutates: false,
  },
  async (context, { taskId }): Promise<{ items: { id: string; name: string }[] }> => {
    const task = await visibleTask(context, taskId);
    const [instance, state, people] = await Promise.all([
      db().instance.findUniqueOrThrow({ where: { id: task.instanceId }, select: { processKey: true } }),
      getRuntime().store.load(task.instanceId),
      db().person.findMany({
        where: { disabled: false, roles: { has: 'reviewer' }, id: { not: context.principal.id } },
        orderBy: { name: 'asc' },
        take: MAX_PEOPLE,
        select: { id: true, name: true, passwordHash: true, oidcSubject: true, demo: true },
      }),
    ]);
    const executable = await executableSource.get(task.versionId, instance.processKey);
    const node = executable.nodes[task.elementId];
    const items = (of: typeof people) => ({
      items: of.map(({ id: personId, name }) => ({ id: personId, name })),
    });
    if (!task.approval || !state || !node) return items(people);
    const config = node.config as ApprovalConfig;
    const signs = ({ passwordHash, oidcSubject, demo }: (typeof people)[number]) =>
      !config.signature ||
      passwordHash !== null ||
      (oidcSubject !== null && hasProvider()) ||
      (demo && context.principal.demo);
    const may = (one: (typeof people)[number]) =>
      signs(one) && !fourEyes({ state, node, executable }, config, one.id);
    return items(people.filter(may));
  },
);
