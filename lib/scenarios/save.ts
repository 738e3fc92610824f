import 'server-only';
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { conflict } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { modelOf } from '@/lib/processes/model-answer';
import { id } from '@/lib/processes/schemas';
import { scenarioFields } from '@/lib/simulation/schema';
import { defineUseCase } from '@/lib/usecase/define';
import { type ScenarioAnswer, scenarioAnswer } from './answer';

/** More are no longer run before each publication in a time that people wait. */
const MOST_PER_MODEL = 200;

export const scenarioId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Small letters, digits and single hyphens.')
  .max(80);

/** Creates a scenario or replaces it. The draft and its revision stay as they are. */
export const saveScenario = defineUseCase(
  {
    name: 'scenarios.save',
    schema: z.strictObject({ processId: id, scenarioId, ...scenarioFields }),
    policy: { permission: 'models.edit' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, { processId, scenarioId: key, ...content }): Promise<ScenarioAnswer> => {
    const { model } = await modelOf(processId);
    const checksum = createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex');
    const stored = {
      name: content.scenario,
      content: content as unknown as Prisma.InputJsonValue,
      updatedAt: new Date(),
      updatedBy: context.principal.id,
    };
    return db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
      const others = await tx.scenario.count({ where: { modelId: model.id, key: { not: key } } });
      if (others >= MOST_PER_MODEL) throw tooMany();
      const row = await tx.scenario.upsert({
        where: { modelId_key: { modelId: model.id, key } },
        create: { modelId: model.id, key, ...stored },
        update: stored,
      });
      await appendLedger(tx, {
        stream: `process:${model.id}`,
        actor: actorOf(context.principal),
        cause: 'scenarios.save',
        events: [
          { type: 'scenario.saved', data: { modelId: model.id, key, name: content.scenario, checksum } },
        ],
      });
      return scenarioAnswer(row);
    });
  },
);

const tooMany = () =>
  conflict({
    code: 'too-many-scenarios',
    userMessage: `A process has at most ${MOST_PER_MODEL} scenarios. Delete one that says the same as another.`,
  });
