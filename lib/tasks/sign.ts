import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { proveOnceMore } from '@/lib/auth/step-up';
import { db } from '@/lib/db/client';
import { conflict, forbidden, invalid, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { executableSource } from '@/lib/processes/executables';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleTask } from './access';
import { shownContent } from './shown';
import { mayDecide } from './verdict';

/** One decision on exactly this content: what a signature is good for. */
export const signedDecision = (taskId: string, outcome: string | null, contentDigest: string): string =>
  JSON.stringify(['decision', taskId, outcome, contentDigest]);

const MOVED_ON = new Set(['task-already-decided', 'claimed-by-another']);

export interface SignAnswer {
  /** To be sent with the decision, at once. */
  signature: string;
  expiresAt: string;
}

/**
 * Asks the caller's password once more and answers a signature for one decision on one content. It decides nothing; the
 * password is compared and forgotten.
 * @throws AppError 403 `wrong-password`, `no-password` or why the task isn't theirs to decide; 409 when it is over;
 *   422 `no-signature-asked`; 429 after too many attempts
 */
export const signTask = defineUseCase(
  {
    name: 'tasks.sign',
    schema: z.strictObject({
      taskId: id,
      outcome: z.string().min(1).max(200),
      contentDigest: z.string().regex(/^[0-9a-f]{64}$/, 'The digest is 64 hexadecimal digits.'),
      password: z.string().min(1, 'Type your password.').max(300),
    }),
    policy: { permission: 'tasks.decide' },
    mutates: true,
    subject: ({ taskId }) => ({ instanceId: taskId.slice(0, taskId.lastIndexOf(':')) }),
  },
  async (context, { taskId, outcome, contentDigest, password }): Promise<SignAnswer> => {
    const task = await visibleTask(context, taskId);
    const instance = await db().instance.findUnique({ where: { id: task.instanceId } });
    if (!instance) throw notFound('The instance');
    const executable = await executableSource.get(instance.versionId, instance.processKey);
    const state = await getRuntime().store.load(task.instanceId);
    const verdict = mayDecide(context, task, state, executable);
    if (!verdict.may) {
      const refused = { code: verdict.code, userMessage: verdict.reason };
      throw MOVED_ON.has(verdict.code) ? conflict(refused) : forbidden(refused);
    }
    if (!(state && shownContent(executable, state, task.key)?.signature))
      throw invalid({
        code: 'no-signature-asked',
        userMessage: `“${task.name}” is decided without a signature.`,
      });
    const about = signedDecision(taskId, outcome, contentDigest);
    const { proof, method, expiresAt } = await proveOnceMore(context.principal, password, about);
    await db().$transaction((tx) =>
      appendLedger(tx, {
        stream: 'auth',
        actor: actorOf(context.principal),
        cause: 'tasks.sign',
        events: [{ type: 'person.confirmed', data: { personId: context.principal.id, method, taskId } }],
      }),
    );
    return { signature: proof, expiresAt };
  },
);
