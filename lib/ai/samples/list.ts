import 'server-only';
import { z } from 'zod';
import type { JsonObject } from '@/engine/core/json';
import { scopeOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { getRuntime } from '@/lib/runtime';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { inputsOf } from './inputs-of';
import { masked } from './mask';

const MOST = 3;
/** Instances and events of each that are looked through; a step that ran before these has no sample. */
const LATEST = 20;
const EVENTS = 1000;

/** A real input of a step, masked. */
export interface StepSample {
  instanceId: string;
  title: string | null;
  at: string;
  variables: JsonObject;
}

/**
 * What the last three runs of a step saw, for trying the step out. Only of instances that the caller may see; e-mail
 * addresses, telephone, account and card numbers are masked.
 */
export const stepSamples = defineUseCase(
  {
    name: 'ai.samples',
    schema: z.strictObject({ processId: id, elementId: id }),
    policy: { permission: 'models.edit' },
    mutates: false,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, { processId, elementId }): Promise<{ items: StepSample[] }> => {
    const { model } = await modelOf(processId);
    if (!seesInstances(context, model.ownerId)) return { items: [] };
    const processes = await db().process.findMany({ where: { modelId: model.id }, select: { id: true } });
    const instances = await db().instance.findMany({
      where: { processId: { in: processes.map((one) => one.id) } },
      orderBy: { startedAt: 'desc' },
      take: LATEST,
      select: { id: true, title: true },
    });
    const items: StepSample[] = [];
    for (const { id: instanceId, title } of instances) {
      if (items.length === MOST) break;
      const last = inputsOf(await getRuntime().store.history(instanceId, 0, EVENTS), elementId).at(-1);
      if (last) items.push({ instanceId, title, at: last.at, variables: masked(last.variables) });
    }
    return { items };
  },
);

function seesInstances({ principal }: AuthorisedContext, ownerId: string): boolean {
  const scope = scopeOf(principal.roles, 'instances.see');
  return scope === 'all' || (scope === 'own' && ownerId === principal.id);
}
