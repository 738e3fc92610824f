import 'server-only';
import { z } from 'zod';
import { scopeOf } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { defineUseCase } from '@/lib/usecase/define';
import { unitsOf } from '../cost';

/** What a step has cost on a day. */
export interface DaySpending {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** In units of the currency, calls under way included at the most that they may cost. */
  spent: number;
  currency: string;
}

/**
 * What the calls of an AI step have cost today, one item for each currency; only steps with a daily limit are counted.
 * Nothing for who may not see the instances that cost it. @throws AppError 404
 */
export const stepSpending = defineUseCase(
  {
    name: 'ai.spending',
    schema: z.strictObject({ processId: id, elementId: id }),
    policy: { permission: 'models.edit' },
    mutates: false,
    subject: ({ processId }) => ({ processId }),
  },
  async ({ principal }, { processId, elementId }): Promise<{ items: DaySpending[] }> => {
    const { model } = await modelOf(processId);
    const scope = scopeOf(principal.roles, 'instances.see');
    if (scope !== 'all' && !(scope === 'own' && model.ownerId === principal.id)) return { items: [] };
    const rows = await db().$queryRaw<{ day: string; micro: bigint; currency: string }[]>`
      SELECT day::text, micro, currency FROM ai_spending
      WHERE model_id = ${model.id} AND element_id = ${elementId} AND day = (now() AT TIME ZONE 'UTC')::date
      ORDER BY currency`;
    return {
      items: rows.map(({ day, micro, currency }) => ({ day, currency, spent: unitsOf(Number(micro)) })),
    };
  },
);
