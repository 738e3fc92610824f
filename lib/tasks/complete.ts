import 'server-only';
import { z } from 'zod';
import type { Json } from '@/engine/core/json';
import type { Rejection } from '@/engine/core/transition-types';
import { db } from '@/lib/db/client';
import { AppError, conflict, invalid, notFound } from '@/lib/errors/app-error';
import { validateSubmission } from '@/lib/forms/validate';
import { command, splitId } from '@/lib/instances/command';
import { variables } from '@/lib/instances/schemas';
import { executableSource } from '@/lib/processes/executables';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTask } from './access';
import { digestOf, type ShownContent, shownContent } from './shown';

export interface CompleteAnswer {
  taskId: string;
  instanceId: string;
  outcome: string | null;
  contentDigest: string;
  instanceStatus: string;
}

const DIGEST = /^[0-9a-f]{64}$/;

function changed(current: ShownContent, contentDigest: string): AppError {
  return conflict({
    code: 'content-changed',
    userMessage:
      'What you were shown has changed since. Look at the new content, then decide again; nothing was decided.',
    extra: { shown: current, contentDigest },
  });
}

/**
 * Decides a task. For approvals the digest of what was shown is required; it is recomputed under the instance's
 * lock, and what was shown is stored with the decision.
 * @throws AppError 409 already decided, claimed by another, or changed since shown (with the new content);
 *   403 `four-eyes` with the rule; 422 for an unknown outcome, a missing comment or a field that isn't valid
 */
export const completeTask = defineUseCase(
  {
    name: 'tasks.complete',
    schema: z.strictObject({
      taskId: id,
      outcome: z.string().max(200).nullable().default(null),
      variables: variables.default({}),
      comment: z.string().trim().max(4000).nullable().default(null),
      contentDigest: z
        .string()
        .regex(DIGEST, 'The digest is 64 hexadecimal digits.')
        .nullable()
        .default(null),
    }),
    policy: { permission: 'tasks.decide' },
    mutates: true,
    subject: ({ taskId }) => ({ instanceId: taskId.slice(0, taskId.lastIndexOf(':')) }),
  },
  async (context, input): Promise<CompleteAnswer> => {
    const task = await visibleTask(context, input.taskId);
    const { instanceId, key } = splitId(input.taskId, 'The task');
    const instance = await db().instance.findUnique({
      where: { id: instanceId },
      select: { versionId: true, processKey: true },
    });
    if (!instance) throw notFound('The instance');
    const executable = await executableSource.get(instance.versionId, instance.processKey);
    const state = await getRuntime().store.load(instanceId);
    const before = state && shownContent(executable, state, key);
    const { contentDigest, body } = before ? digestOf(before) : { contentDigest: '', body: '' };
    if (before && task.approval && !input.contentDigest) {
      throw invalid({
        code: 'digest-required',
        userMessage: 'An approval signs what was shown: send the contentDigest of the task.',
        errors: [{ path: 'contentDigest', message: 'Required for approvals.' }],
      });
    }
    if (before && input.contentDigest && input.contentDigest !== contentDigest)
      throw changed(before, contentDigest);
    const checked = before
      ? validateSubmission(before.form, input.variables)
      : ({ ok: true, values: input.variables } as const);
    if (!checked.ok) {
      throw invalid({
        code: 'invalid-form',
        userMessage: checked.errors[0]?.message ?? 'A field is not valid.',
        errors: checked.errors.map((one) => ({ ...one, path: `variables.${one.path}` })),
      });
    }
    let current: ShownContent | null = before;
    const guard = (locked: typeof state): Rejection | null => {
      current = locked && shownContent(executable, locked, key);
      const digest = current ? digestOf(current).contentDigest : contentDigest;
      return digest === contentDigest
        ? null
        : { ok: false, code: 'content-changed', message: 'The content changed.' };
    };
    try {
      const committed = await command(
        context,
        instanceId,
        {
          type: 'complete-task',
          key,
          outcome: input.outcome,
          variables: checked.values as Record<string, Json>,
          comment: input.comment,
          contentDigest: contentDigest || null,
        },
        { guard, content: body ? [{ hash: contentDigest, body }] : [] },
      );
      return {
        taskId: input.taskId,
        instanceId,
        outcome: input.outcome,
        contentDigest,
        instanceStatus: committed.state.status,
      };
    } catch (error) {
      if (error instanceof AppError && error.code === 'content-changed' && current)
        throw changed(current, digestOf(current).contentDigest);
      throw error;
    }
  },
);
