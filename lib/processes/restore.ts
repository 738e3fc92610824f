import 'server-only';
import { z } from 'zod';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { tellSaved } from '@/lib/presence/tell-saved';
import { defineUseCase } from '@/lib/usecase/define';
import { checkDocument } from './check';
import { documentChecksum } from './facts';
import { modelOf } from './model-answer';
import type { DraftAnswer } from './save-draft';
import { id } from './schemas';
import { asDocument, asJson, syncProcesses } from './store-model';

/**
 * Puts a version's document into the draft as a new revision, unless that is what the draft holds; versions are never
 * rewritten.
 */
export const restoreVersion = defineUseCase(
  {
    name: 'processes.restore-version',
    schema: z.strictObject({ processId: id, version: z.number().int().min(1) }),
    policy: { permission: 'models.edit' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, input): Promise<DraftAnswer> => {
    const { model } = await modelOf(input.processId);
    const version = await db().processVersion.findUnique({
      where: { modelId_number: { modelId: model.id, number: input.version } },
    });
    if (!version) throw notFound(`Version ${input.version}`);
    const document = asDocument(version.document);
    const checksum = documentChecksum(document);
    const draftRevision = await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
      const now = await tx.model.findUniqueOrThrow({
        where: { id: model.id },
        select: { draftHash: true, draftRevision: true },
      });
      if (now.draftHash === checksum) return now.draftRevision;
      const { draftRevision } = await tx.model.update({
        where: { id: model.id },
        data: {
          document: asJson(document),
          draftHash: checksum,
          draftRevision: { increment: 1 },
          updatedAt: new Date(),
          updatedBy: context.principal.id,
        },
      });
      await syncProcesses(tx, model.id, document, context.commandId);
      await appendLedger(tx, {
        stream: `process:${model.id}`,
        actor: actorOf(context.principal),
        cause: 'processes.restore-version',
        events: [
          {
            type: 'draft.restored',
            data: { modelId: model.id, version: input.version, revision: draftRevision },
          },
        ],
      });
      return draftRevision;
    });
    tellSaved(model.id, draftRevision, context.principal);
    return { draftRevision, problems: checkDocument(document) };
  },
);
