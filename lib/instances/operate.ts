import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { conflict, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { OPERATIONS } from '@/lib/operations/stream';
import { id, reason } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { visibleInstance } from './access';
import { command, splitId } from './command';
import { variables } from './schemas';

/** Ends a running instance; what it waited for is withdrawn. */
export const cancelInstance = defineUseCase(
  {
    name: 'instances.cancel',
    schema: z.strictObject({ instanceId: id, reason }),
    policy: { permission: 'instances.operate' },
    mutates: true,
    subject: ({ instanceId }) => ({ instanceId }),
  },
  async (context, input) => {
    await visibleInstance(context, input.instanceId);
    const { state } = await command(context, input.instanceId, { type: 'cancel', reason: input.reason });
    return { instanceId: input.instanceId, status: state.status };
  },
);

/** Changes process variables of a running instance; before and after are in the ledger. */
export const setVariables = defineUseCase(
  {
    name: 'instances.set-variables',
    schema: z.strictObject({ instanceId: id, variables, reason }),
    policy: { permission: 'instances.operate' },
    mutates: true,
    subject: ({ instanceId }) => ({ instanceId }),
  },
  async (context, input) => {
    await visibleInstance(context, input.instanceId);
    const { state } = await command(context, input.instanceId, {
      type: 'set-variables',
      variables: input.variables,
      reason: input.reason,
    });
    return { instanceId: input.instanceId, variables: state.variables };
  },
);

/** Key of the incident that stands for an instance the engine could not compute; its own begin with 1. */
const PUT_ASIDE = 0;

/** Lets it go on, and says so: its own history has no word of it, because the engine could not write there. */
async function release(context: AuthorisedContext, instanceId: string, why: string) {
  const { host, store } = getRuntime();
  await db().$transaction(async (tx) => {
    // First the record, which is taken back when there is nothing to release.
    await appendLedger(tx, {
      stream: OPERATIONS,
      actor: actorOf(context.principal),
      cause: context.commandId,
      events: [{ type: 'instance.released', data: { instanceId, reason: why } }],
    });
    const released = await host.release(instanceId).catch((error: Error) => {
      throw conflict({
        code: 'still-damaged',
        userMessage: `The instance can't go on yet. ${error.message}`,
      });
    });
    if (!released) throw notFound('The incident');
  });
  const state = await store.load(instanceId);
  if (!state) throw notFound('The incident');
  return { instanceId, status: state.status };
}

/** Runs the parked step again, with changed variables when some are given. */
export const retryIncident = defineUseCase(
  {
    name: 'incidents.retry',
    schema: z.strictObject({ incidentId: id, reason, variables: variables.optional() }),
    policy: { permission: 'instances.operate' },
    mutates: true,
    subject: ({ incidentId }) => ({ instanceId: incidentId.slice(0, incidentId.lastIndexOf(':')) }),
  },
  async (context, input) => {
    const { instanceId, key } = splitId(input.incidentId, 'The incident');
    await visibleInstance(context, instanceId);
    if (key === PUT_ASIDE) return release(context, instanceId, input.reason);
    const { state } = await command(context, instanceId, {
      type: 'retry-incident',
      incidentKey: key,
      reason: input.reason,
      ...(input.variables ? { variables: input.variables } : {}),
    });
    return { instanceId, status: state.status };
  },
);
