import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { appendLedger } from '@/lib/ledger/append';
import { defineUseCase } from '@/lib/usecase/define';
import { modelOf } from './model-answer';
import { id, reason } from './schemas';
import { removeStarts, writeStartsOfLatest } from './start-rows';

const toggle = (verb: 'retire' | 'reinstate') =>
  defineUseCase(
    {
      name: `processes.${verb}`,
      schema: z.strictObject({ processId: id, reason }),
      policy: { permission: 'models.edit' },
      mutates: true,
      subject: ({ processId }) => ({ processId }),
    },
    async (context, input): Promise<{ processId: string; retired: boolean }> => {
      const { process } = await modelOf(input.processId);
      const retired = verb === 'retire';
      if (Boolean(process.retiredAt) === retired) return { processId: process.id, retired };
      await db().$transaction(async (tx) => {
        // Neither may a publication write start events meanwhile.
        await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${process.modelId} FOR UPDATE`;
        await tx.process.update({
          where: { id: process.id },
          data: { retiredAt: retired ? new Date() : null },
        });
        if (retired) await removeStarts(tx, [process.id]);
        else await writeStartsOfLatest(tx, process.modelId);
        await appendLedger(tx, {
          stream: `process:${process.modelId}`,
          actor: actorOf(context.principal),
          cause: `processes.${verb}`,
          events: [
            {
              type: `process.${verb}d`,
              data: { processId: process.id, key: process.key, reason: input.reason },
            },
          ],
        });
      });
      return { processId: process.id, retired };
    },
  );

/** No new instances from now on, also none by a message, signal or time; running ones go on. */
export const retireProcess = toggle('retire');

/** Takes a retirement back. */
export const reinstateProcess = toggle('reinstate');
