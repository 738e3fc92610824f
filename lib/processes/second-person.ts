import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db, type Tx } from '@/lib/db/client';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { modelOf } from './model-answer';
import { refuseSecond } from './publish-request';
import { id, reason } from './schemas';

/** Changes the policy with its event, in the caller's transaction. */
export async function setSecondPerson(
  tx: Tx,
  context: AuthorisedContext,
  modelId: string,
  secondPerson: boolean,
  why: string,
): Promise<void> {
  await tx.model.update({ where: { id: modelId }, data: { secondPerson } });
  await appendLedger(tx, {
    stream: `process:${modelId}`,
    actor: actorOf(context.principal),
    cause: 'processes.set-publish-policy',
    events: [{ type: 'policy.changed', data: { modelId, secondPerson, reason: why } }],
  });
}

async function askToSwitchOff(tx: Tx, context: AuthorisedContext, modelId: string, why: string) {
  await refuseSecond(tx, modelId, 'policy-off');
  const requestId = idFrom(context.commandId, 'policy-request');
  const { id: requestedBy, name: requestedByName } = context.principal;
  await tx.publishRequest.create({
    data: { id: requestId, modelId, kind: 'policy-off', note: why, requestedBy, requestedByName },
  });
  await appendLedger(tx, {
    stream: `process:${modelId}`,
    actor: actorOf(context.principal),
    cause: 'processes.set-publish-policy',
    events: [
      { type: 'policy.change-requested', data: { modelId, requestId, secondPerson: false, reason: why } },
    ],
  });
  return requestId;
}

export interface PolicyAnswer {
  secondPerson: boolean;
  /** The request that waits for a second person before the policy is off; null when nothing waits. */
  requestId: string | null;
}

/**
 * Whether publishing this process needs a second person. Switching it on holds at once; switching it off needs a
 * second person itself.
 * @throws AppError 409 `request-pending` when somebody has asked to switch it off already
 */
export const setPublishPolicy = defineUseCase(
  {
    name: 'processes.set-publish-policy',
    schema: z.strictObject({ processId: id, secondPerson: z.boolean(), reason }),
    policy: { permission: 'policies.set' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, input): Promise<PolicyAnswer> => {
    const { model } = await modelOf(input.processId);
    return db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
      const now = await tx.model.findUniqueOrThrow({
        where: { id: model.id },
        select: { secondPerson: true },
      });
      const answer = { secondPerson: now.secondPerson, requestId: null };
      if (now.secondPerson === input.secondPerson) return answer;
      if (!input.secondPerson)
        return { ...answer, requestId: await askToSwitchOff(tx, context, model.id, input.reason) };
      await setSecondPerson(tx, context, model.id, true, input.reason);
      return { ...answer, secondPerson: true };
    });
  },
);
