import 'server-only';
import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';
import type { Scope } from '@/lib/auth/permissions';
import { actorOf } from '@/lib/auth/principal';
import { askProvider, type ProviderStepUp } from '@/lib/auth/provider-step-up';
import { noProviderFor, proveOnceMore, stepUpMethod } from '@/lib/auth/step-up';
import { db } from '@/lib/db/client';
import { conflict, forbidden, invalid, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { executableSource } from '@/lib/processes/executables';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';
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

const signing = {
  taskId: id,
  outcome: z.string().min(1).max(200),
  contentDigest: z.string().regex(/^[0-9a-f]{64}$/, 'The digest is 64 hexadecimal digits.'),
};
const decide = {
  policy: { permission: 'tasks.decide' },
  mutates: true,
  subject: ({ taskId }: { taskId: string }) => ({ instanceId: taskId.slice(0, taskId.lastIndexOf(':')) }),
} as const;

/** @throws AppError why the task isn't the caller's to sign */
async function checkSignable(context: AuthorisedContext & { scope: Scope }, taskId: string): Promise<void> {
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
}

/**
 * Sends somebody without a password to their identity provider, to sign in once more for one decision on one content.
 * `confirmation` is what they sign with afterwards.
 * @throws AppError as `signTask`; 422 `other-step-up` for who has a password
 */
export const beginSignature = defineUseCase(
  { name: 'tasks.begin-signature', schema: z.strictObject(signing), ...decide },
  async (context, { taskId, outcome, contentDigest }): Promise<ProviderStepUp> => {
    await checkSignable(context, taskId);
    const method = await stepUpMethod(context.principal);
    if (method !== 'single-sign-on') throw noProviderFor(method);
    const asked = await askProvider(context.principal, signedDecision(taskId, outcome, contentDigest));
    await recordStepUp(context, 'person.step-up-asked', { method, taskId });
    return asked;
  },
);

const recordStepUp = ({ principal }: AuthorisedContext, type: string, data: JsonObject) =>
  db().$transaction((tx) =>
    appendLedger(tx, {
      stream: 'auth',
      actor: actorOf(principal),
      cause: 'tasks.sign',
      events: [{ type, data: { personId: principal.id, ...data } }],
    }),
  );

/**
 * Asks the caller once more who they are and answers a signature for one decision on one content. It decides nothing; a
 * password is compared and forgotten, a confirmation of the identity provider is used up.
 * @throws AppError 403 `wrong-password`, `not-confirmed`, `no-password` or why the task isn't theirs to decide; 409 when it
 *   is over; 422 `no-signature-asked`, `other-step-up`; 429 after too many attempts
 */
export const signTask = defineUseCase(
  {
    name: 'tasks.sign',
    schema: z.strictObject({
      ...signing,
      password: z.string().min(1, 'Type your password.').max(300).optional(),
      /** What `tasks.begin-signature` answered, in place of a password. */
      confirmation: z.string().min(1).max(100).optional(),
    }),
    ...decide,
  },
  async (context, { taskId, outcome, contentDigest, password, confirmation }): Promise<SignAnswer> => {
    await checkSignable(context, taskId);
    const by = password !== undefined ? { password } : { confirmation: confirmation ?? '' };
    const about = signedDecision(taskId, outcome, contentDigest);
    const { proof, method, expiresAt } = await proveOnceMore(context.principal, by, about);
    await recordStepUp(context, 'person.confirmed', { method, taskId });
    return { signature: proof, expiresAt };
  },
);
