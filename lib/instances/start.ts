import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { conflict, forbidden, invalid, notFound } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { id } from '@/lib/processes/schemas';
import { checkStarter } from '@/lib/processes/starters';
import { defineUseCase } from '@/lib/usecase/define';
import { command } from './command';
import { variables } from './schemas';
import { settle } from './settle';

export interface StartAnswer {
  instanceId: string;
  status: string;
}

async function versionToRun(modelId: string, number: number | undefined) {
  const version = await db().processVersion.findFirst({
    where: { modelId, ...(number === undefined ? {} : { number }) },
    orderBy: { number: 'desc' },
    select: { id: true, number: true },
  });
  if (version) return version;
  if (number !== undefined) throw notFound(`Version ${number}`);
  throw invalid({
    code: 'not-published',
    userMessage: 'This process has no published version yet. Publish it, then start it.',
  });
}

/**
 * Starts an instance of the newest version, or of the one named. It stays on that version for good.
 * @throws AppError 403 `not-a-starter` for whom the version doesn't let start it, 409 `retired` for a retired process,
 *   422 `not-published`, 413 for more than 1 MB of variables
 */
export const startInstance = defineUseCase(
  {
    name: 'instances.start',
    schema: z.strictObject({
      processId: id,
      version: z.number().int().min(1).optional(),
      variables: variables.default({}),
      businessKey: z.string().trim().min(1).max(200).nullable().default(null),
      /** What lists call the instance; the business key when absent. */
      title: z.string().trim().min(1).max(200).optional(),
      /** How long to wait for the end or the first wait, in milliseconds. */
      waitMs: z.number().int().min(0).max(30_000).default(0),
    }),
    policy: { permission: 'instances.start' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, input): Promise<StartAnswer> => {
    if (context.scope === 'test') {
      throw forbidden({
        userMessage:
          'A designer may test drafts, not start real instances. Ask an operator, or for the role.',
      });
    }
    const process = await db().process.findUnique({ where: { id: input.processId } });
    if (!process) throw notFound('The process');
    if (process.retiredAt) {
      throw conflict({
        code: 'retired',
        userMessage: `“${process.name}” is retired; no new instances start. Reinstate it first.`,
      });
    }
    const version = await versionToRun(process.modelId, input.version);
    await checkStarter(context.principal, process, version.id);
    const instanceId = idFrom(context.commandId, 'instance');
    const started = await command(
      context,
      instanceId,
      { type: 'start', instanceId, variables: input.variables, businessKey: input.businessKey },
      {
        create: {
          processId: process.id,
          modelId: process.modelId,
          versionId: version.id,
          processKey: process.key,
          title: input.title ?? input.businessKey,
        },
      },
    );
    const state = input.waitMs > 0 ? await settle(instanceId, started.state, input.waitMs) : started.state;
    return { instanceId, status: state.status };
  },
);
