import 'server-only';
import { z } from 'zod';
import { flowModel } from '@/engine/compile/flow-model';
import type { Problem } from '@/engine/compile/problem';
import { actorOf } from '@/lib/auth/principal';
import { db, type Tx } from '@/lib/db/client';
import { holdPublicationOrder } from '@/lib/db/publication-order';
import { get, type ProcessDocument, processes } from '@/lib/document';
import { conflict, invalid, notFound } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { bindsTheSame } from './bound';
import { checkDocument, hasErrors } from './check';
import { documentChecksum } from './facts';
import { modelOf } from './model-answer';
import { id } from './schemas';
import { writeStarts } from './start-rows';
import { asDocument, asJson } from './store-model';

export interface PublishAnswer {
  version: number;
  checksum: string;
  /** Warnings that were published with. */
  problems: Problem[];
}

/** Marks the processes that run as executable, so that the version says what it is. */
export function markExecutable(document: ProcessDocument): ProcessDocument {
  const runs = flowModel(document).executable;
  const elements = { ...document.elements };
  for (const process of processes(document)) {
    const entry = get(document, process.id);
    if (entry && runs.has(process.id) && entry.attrs.isExecutable !== true) {
      elements[process.id] = { ...entry, attrs: { ...entry.attrs, isExecutable: true } };
    }
  }
  return { ...document, elements };
}

async function insertVersion(
  tx: Tx,
  context: AuthorisedContext,
  modelId: string,
  content: { document: ProcessDocument; checksum: string; note: string },
): Promise<number> {
  const latest = await tx.processVersion.findFirst({ where: { modelId }, orderBy: { number: 'desc' } });
  await holdPublicationOrder(tx);
  if (latest?.checksum === content.checksum && (await bindsTheSame(tx, latest, content.document)))
    return latest.number;
  const number = (latest?.number ?? 0) + 1;
  const id = idFrom(context.commandId, 'version');
  await tx.processVersion.create({
    data: {
      id,
      modelId,
      number,
      document: asJson(content.document),
      checksum: content.checksum,
      note: content.note,
      publishedBy: context.principal.id,
    },
  });
  await writeStarts(tx, { id, modelId, checksum: content.checksum, document: content.document });
  await appendLedger(tx, {
    stream: `process:${modelId}`,
    actor: actorOf(context.principal),
    cause: 'processes.publish',
    events: [
      {
        type: 'version.published',
        data: { modelId, version: number, checksum: content.checksum, note: content.note },
      },
    ],
  });
  return number;
}

/**
 * Freezes the draft as the next version. A repeat without a change answers the existing version, unless a step is
 * bound to what was current at publishing and that is another version by now.
 * @throws AppError 422 `blocked` with the problems when there are errors; 409 when the draft moved on.
 */
export const publish = defineUseCase(
  {
    name: 'processes.publish',
    schema: z.strictObject({
      processId: id,
      note: z.string().trim().min(1, 'Say in a note what changed.').max(2000),
      expectedRevision: z.number().int().min(1).optional(),
    }),
    policy: { permission: 'models.edit' },
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
      if (input.expectedRevision !== undefined && input.expectedRevision !== now.draftRevision) {
        throw conflict({
          code: 'stale-revision',
          userMessage: `The draft is at revision ${now.draftRevision} now, not ${input.expectedRevision}. Look at it again before publishing.`,
          extra: { currentRevision: now.draftRevision },
        });
      }
      const document = asDocument(now.document);
      const problems = checkDocument(document);
      if (hasErrors(problems)) throw blocked(problems);
      const published = markExecutable(document);
      const checksum = documentChecksum(published);
      const version = await insertVersion(tx, context, model.id, {
        document: published,
        checksum,
        note: input.note,
      });
      return { version, checksum, problems };
    });
  },
);

function blocked(problems: Problem[]) {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const more = errors.length > 1 ? ` and ${errors.length - 1} more` : '';
  return invalid({
    code: 'blocked',
    userMessage: `Publishing is blocked: ${errors[0]?.message}${more}`,
    errors: errors.map((problem) => ({
      path: problem.field ? `${problem.elementId}.${problem.field}` : problem.elementId,
      message: problem.message,
    })),
    extra: { problems },
  });
}
