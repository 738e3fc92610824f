import 'server-only';
import { z } from 'zod';
import type { Problem } from '@/engine/compile/problem';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { conflict, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import { tellSaved } from '@/lib/presence/tell-saved';
import { defineUseCase } from '@/lib/usecase/define';
import { checkDocument } from './check';
import { documentChecksum } from './facts';
import { modelOf } from './model-answer';
import { readContent } from './read-content';
import { content, id } from './schemas';
import { asJson, syncProcesses } from './store-model';

export interface DraftAnswer {
  draftRevision: number;
  problems: Problem[];
}

/**
 * Replaces the draft when `revision` is still the current one.
 * @throws AppError 409 `stale-revision` with the current revision; the stored draft stays as it is.
 */
export const saveDraft = defineUseCase(
  {
    name: 'processes.save-draft',
    schema: z.strictObject({ processId: id, revision: z.number().int().min(1), content }),
    policy: { permission: 'models.edit' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, input): Promise<DraftAnswer> => {
    const { model } = await modelOf(input.processId);
    const { document, notes } = await readContent(input.content);
    const checksum = documentChecksum(document);
    const draftRevision = await db().$transaction(async (tx) => {
      const now = await tx.model.findUnique({
        where: { id: model.id },
        select: { draftRevision: true, draftHash: true, updatedBy: true },
      });
      if (!now) throw notFound('The process');
      // A repeat of what was saved last (an answer that got lost) is no conflict.
      if (now.draftHash === checksum) return now.draftRevision;
      const { count } = await tx.model.updateMany({
        where: { id: model.id, draftRevision: input.revision },
        data: {
          document: asJson(document),
          draftHash: checksum,
          draftRevision: input.revision + 1,
          updatedAt: new Date(),
          updatedBy: context.principal.id,
        },
      });
      if (count === 0) throw staleRevision(now.draftRevision, now.updatedBy);
      await syncProcesses(tx, model.id, document, context.commandId);
      await appendLedger(tx, {
        stream: `process:${model.id}`,
        actor: actorOf(context.principal),
        cause: 'processes.save-draft',
        events: [
          { type: 'draft.saved', data: { modelId: model.id, revision: input.revision + 1, checksum } },
        ],
      });
      return input.revision + 1;
    });
    tellSaved(model.id, draftRevision, context.principal);
    return { draftRevision, problems: [...notes, ...checkDocument(document)] };
  },
);

const staleRevision = (currentRevision: number, updatedBy: string) =>
  conflict({
    code: 'stale-revision',
    userMessage: `Somebody saved this draft meanwhile; it is at revision ${currentRevision} now. Reload theirs, or keep yours as a copy.`,
    extra: { currentRevision, updatedBy },
  });
