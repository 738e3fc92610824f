import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { type ScenarioAnswer, scenarioAnswer } from './answer';

/** The scenarios of a process's model, by name. */
export const listScenarios = defineUseCase(
  {
    name: 'scenarios.list',
    schema: z.strictObject({ processId: id }),
    policy: { permission: 'models.see' },
    mutates: false,
    subject: ({ processId }) => ({ processId }),
  },
  async (_context, { processId }): Promise<{ items: ScenarioAnswer[] }> => {
    const { model } = await modelOf(processId);
    const rows = await db().scenario.findMany({
      where: { modelId: model.id },
      orderBy: [{ name: 'asc' }, { key: 'asc' }],
    });
    return { items: rows.map(scenarioAnswer) };
  },
);
