import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { scenarioId } from './save';

/** Deletes a scenario; the ledger keeps that it was there. @throws AppError 404 */
export const deleteScenario = defineUseCase(
  {
    name: 'scenarios.delete',
    schema: z.strictObject({ processId: id, scenarioId }),
    policy: { permission: 'models.edit' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, { processId, scenarioId: key }): Promise<{ scenarioId: string }> => {
    const { model } = await modelOf(processId);
    await db().$transaction(async (tx) => {
      const where = { modelId_key: { modelId: model.id, key } };
      const found = await tx.scenario.findUnique({ where, select: { name: true } });
      if (!found) throw notFound('The scenario');
      await tx.scenario.delete({ where });
      await appendLedger(tx, {
        stream: `process:${model.id}`,
        actor: actorOf(context.principal),
        cause: 'scenarios.delete',
        events: [{ type: 'scenario.deleted', data: { modelId: model.id, key, name: found.name } }],
      });
    });
    return { scenarioId: key };
  },
);
