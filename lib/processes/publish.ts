import 'server-only';
import { z } from 'zod';
import type { Problem } from '@/engine/compile/problem';
import { db } from '@/lib/db/client';
import { conflict, notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { bindsTheSame } from './bound';
import { documentChecksum } from './facts';
import { insertVersion, latestOf, publishable } from './insert-version';
import { markExecutable } from './mark-executable';
import { modelOf } from './model-answer';
import { askToPublish } from './publish-request';
import { id } from './schemas';
import { asDocument } from './store-model';

export interface PublishAnswer {
  /** The version it is; null while a second person has not approved it. */
  version: number | null;
  /** The request that waits for a second person; null when the process needs none. */
  requestId: string | null;
  checksum: string;
  /** Warnings that were published with. */
  problems: Problem[];
}

/**
 * Freezes the draft as the next version. A repeat without a change answers the existing version, unless a step is
 * bound to what was current at publishing and that is another version by now. Where publishing needs a second person,
 * the frozen draft becomes a request instead.
 * @throws AppError 422 `blocked` with the problems when there are errors; 409 `stale-revision` when the draft moved
 * on, `request-pending` when a request of the process is still undecided
 */
export const publish = defineUseCase(
  {
    name: 'processes.publish',
    schema: z.strictObject({
      processId: id,
      note: z.string().trim().min(1, 'Say in a note what changed.').max(2000),
      expectedRevision: z.number().int().min(1).optional(),
    }),
    policy: { permission: 'versions.publish' },
    mutates: true,
    subject: ({ processId }) => ({ processId }),
  },
  async (context, input): Promise<PublishAnswer> => {
    const { model } = await modelOf(input.processId);
    return db().$transaction(async (tx) => {
      // One publication at a time per model: the number follows from the latest.
      await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${model.id} FOR UPDATE`;
      const now = await tx.model.findUnique({ where: { id: model.id } });
      if (!now) throw notFound('The process');
      checkRevision(input.expectedRevision, now.draftRevision);
      const draft = asDocument(now.document);
      const problems = await publishable(tx, draft);
      const document = markExecutable(draft);
      const checksum = documentChecksum(document);
      const latest = await latestOf(tx, model.id);
      const answer = { version: null, requestId: null, checksum, problems };
      if (latest?.checksum === checksum && (await bindsTheSame(tx, latest, document)))
        return { ...answer, version: latest.number };
      const content = { document, checksum, note: input.note };
      if (!now.secondPerson)
        return { ...answer, version: await insertVersion(tx, context, model.id, content) };
      const base = latest && { number: latest.number, document: asDocument(latest.document) };
      return { ...answer, requestId: await askToPublish(tx, context, now, content, base) };
    });
  },
);

function checkRevision(expected: number | undefined, current: number): void {
  if (expected === undefined || expected === current) return;
  throw conflict({
    code: 'stale-revision',
    userMessage: `The draft is at revision ${current} now, not ${expected}. Look at it again before publishing.`,
    extra: { currentRevision: current },
  });
}
