import 'server-only';
import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';
import type { Executable } from '@/engine/core/model';
import type { InstanceState } from '@/engine/core/state';
import type { Rejection } from '@/engine/core/transition-types';
import { visibleVariables } from '@/engine/core/visible-variables';
import { db } from '@/lib/db/client';
import type { UserTaskConfig } from '@/lib/elements/user-task/config';
import { AppError, conflict, invalid, notFound } from '@/lib/errors/app-error';
import { validateSubmission } from '@/lib/forms/validate';
import { command, splitId } from '@/lib/instances/command';
import { variables } from '@/lib/instances/schemas';
import { executableSource } from '@/lib/processes/executables';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTask } from './access';
import { naming } from './conflicts';
import { digestOf, shownContent } from './shown';
import { signatureFor } from './signature';
import type { ShownContent } from './types';

export interface CompleteAnswer {
  taskId: string;
  instanceId: string;
  outcome: string | null;
  contentDigest: string;
  instanceStatus: string;
  /** False where several decide and others are waited for. */
  decided: boolean;
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

/** All that is wrong in the form at once; the engine checks again under the lock and stops at the first. */
function checkForm(executable: Executable, state: InstanceState, key: number, values: JsonObject): void {
  const elementId = state.activations[key]?.elementId ?? '';
  const form = (executable.nodes[elementId]?.config as UserTaskConfig | undefined)?.form;
  if (!form) return;
  const checked = validateSubmission(form, values, { shown: visibleVariables(state, key) });
  if (checked.ok) return;
  throw invalid({
    code: 'invalid-form',
    userMessage: checked.errors[0]?.message ?? 'A field is not valid.',
    errors: checked.errors.map((one) => ({ ...one, path: `variables.${one.path}` })),
  });
}

/**
 * Decides a task. For approvals the digest of what was shown is required; it is recomputed under the instance's
 * lock, and what was shown is stored with the decision.
 * @throws AppError 409 already decided, claimed by another, or changed since shown (with the new content);
 *   403 `four-eyes` with the rule, `signature-invalid` for one that is expired or of something else; 422 for an unknown
 *   outcome, a missing comment or signature, or a field that isn't valid
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
      /** Of `POST …/signature`, where the approval asks for one. */
      signature: z.string().max(4000).optional(),
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
    if (before && state) checkForm(executable, state, key, input.variables);
    const signed = await signatureFor(context, input, before);
    let current: ShownContent | null = before;
    const guard = (locked: typeof state): Rejection | null => {
      current = locked && shownContent(executable, locked, key);
      const digest = current ? digestOf(current).contentDigest : contentDigest;
      return digest === contentDigest
        ? null
        : { ok: false, code: 'content-changed', message: 'The content changed.' };
    };
    try {
      const committed = await naming(input.taskId, () =>
        command(
          context,
          instanceId,
          {
            type: 'complete-task',
            key,
            outcome: input.outcome,
            variables: input.variables,
            comment: input.comment,
            contentDigest: contentDigest || null,
            ...signed,
          },
          { guard, content: body ? [{ hash: contentDigest, body }] : [] },
        ),
      );
      return {
        taskId: input.taskId,
        instanceId,
        outcome: input.outcome,
        contentDigest,
        instanceStatus: committed.state.status,
        decided: committed.state.activations[key]?.wait?.kind !== 'task',
      };
    } catch (error) {
      if (error instanceof AppError && error.code === 'content-changed' && current)
        throw changed(current, digestOf(current).contentDigest);
      throw error;
    }
  },
);
