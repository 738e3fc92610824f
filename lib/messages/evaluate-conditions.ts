import 'server-only';
import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';
import type { Expression } from '@/engine/core/model';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import type { StartSubscription } from '@/lib/db/generated/client';
import { AppError } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { command } from '@/lib/instances/command';
import { variables } from '@/lib/instances/schemas';
import { appendLedger } from '@/lib/ledger/append';
import { recordRefusal } from '@/lib/ledger/refusals';
import { executableSource } from '@/lib/processes/executables';
import { id } from '@/lib/processes/schemas';
import { checkStarter } from '@/lib/processes/starters';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';

/** A start event whose condition held, and the instance it started. */
export interface StartedByCondition {
  processId: string;
  elementId: string;
  instanceId: string;
}

/** A start event whose condition held, and that the caller may not start. */
export interface NotStarted {
  processId: string;
  elementId: string;
  message: string;
}

/**
 * Evaluates the conditions that start processes, with the variables given: BPMN says that such a condition becomes
 * true, but not what of; as in Camunda 7 it is asked from outside. Each start event whose condition holds starts one
 * instance with these variables; what can't be decided (a missing variable) does not hold, as within an instance.
 * Each call is a fresh question: what held before starts again. A process that the caller may not start stays as it is,
 * and that is recorded as a refusal.
 */
export const evaluateConditions = defineUseCase(
  {
    name: 'conditions.evaluate',
    schema: z.strictObject({
      variables: variables.default({}),
      businessKey: z.string().trim().min(1).max(200).nullable().default(null),
      /** Only those of this process. */
      processId: id.optional(),
    }),
    policy: { permission: 'messages.send' },
    mutates: true,
  },
  async (context, input): Promise<{ items: StartedByCondition[]; refused: NotStarted[] }> => {
    const { processId } = input;
    const starts = await db().startSubscription.findMany({
      where: { kind: 'condition', ...(processId === undefined ? {} : { processId }) },
      orderBy: { position: 'asc' },
    });
    const now = await getRuntime().store.now();
    const held = await Promise.all(starts.map((start) => holds(start, input.variables, now)));
    const wanted = starts.filter((_start, index) => held[index]);
    const checked = await Promise.all(wanted.map((start) => refusal(context, start)));
    const refused = checked.filter((one) => one !== null);
    const items = await Promise.all(
      wanted.filter((_start, index) => checked[index] === null).map((start) => begin(context, start, input)),
    );
    await db().$transaction((tx) =>
      appendLedger(tx, {
        stream: 'condition',
        actor: actorOf(context.principal),
        cause: context.commandId,
        events: [
          {
            type: 'condition.evaluated',
            data: { asked: starts.length, started: items.map((item) => ({ ...item })) },
          },
        ],
      }),
    );
    return { items, refused };
  },
);

/** Why the caller may not start what a condition would; null when they may. */
async function refusal(
  context: AuthorisedContext,
  { processId, processKey, versionId, elementId }: StartSubscription,
): Promise<NotStarted | null> {
  const process = await db().process.findUniqueOrThrow({ where: { id: processId }, select: { name: true } });
  try {
    await checkStarter(context.principal, { name: process.name, key: processKey }, versionId);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await recordRefusal(context, 'conditions.evaluate', error, { processId });
    return { processId, elementId, message: error.userMessage };
  }
}

async function holds(start: StartSubscription, given: JsonObject, now: string): Promise<boolean> {
  const executable = await executableSource.get(start.versionId, start.processKey);
  const trigger = executable.nodes[start.elementId]?.triggers?.[start.index];
  return trigger?.type === 'condition' && isTrue(trigger.condition, given, now);
}

function isTrue(condition: Expression, given: JsonObject, now: string): boolean {
  if (condition.mode === 'static') return condition.value === true;
  if (condition.mode === 'unbounded') return false; // publishing refuses it
  const result = condition.evaluate({ variables: given, now });
  return result.ok && result.value === true;
}

async function begin(
  context: AuthorisedContext,
  { processId, modelId, versionId, processKey, elementId, index }: StartSubscription,
  { variables: given, businessKey }: { variables: JsonObject; businessKey: string | null },
): Promise<StartedByCondition> {
  const instanceId = idFrom(context.commandId, `condition:${processId}:${elementId}:${index}`);
  await command(
    { ...context, commandId: `condition:${instanceId}` },
    instanceId,
    {
      type: 'start',
      instanceId,
      variables: given,
      businessKey,
      startElementId: elementId,
      trigger: { index },
    },
    { create: { processId, modelId, versionId, processKey, title: businessKey } },
  );
  return { processId, elementId, instanceId };
}
