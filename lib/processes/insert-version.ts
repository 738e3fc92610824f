import 'server-only';
import type { Problem } from '@/engine/compile/problem';
import { actorOf } from '@/lib/auth/principal';
import type { Reader, Tx } from '@/lib/db/client';
import { holdPublicationOrder } from '@/lib/db/publication-order';
import type { ProcessDocument } from '@/lib/document';
import { invalid } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { unboundDecisions } from './bound';
import { checkDocument, hasErrors } from './check';
import { calendarProblems } from './named-calendars';
import { writeStarts } from './start-rows';
import { asJson } from './store-model';

/** Everything that publishing a document now says of it: what is wrong with it, and what is missing beside it. */
export async function publicationProblems(reader: Reader, document: ProcessDocument): Promise<Problem[]> {
  return [
    ...checkDocument(document),
    ...(await unboundDecisions(reader, document)),
    ...(await calendarProblems(reader, document)),
  ];
}

/**
 * What a document is published with; no decision is stored between this and the publication.
 * @throws AppError 422 `blocked` with the problems when one is an error
 */
export async function publishable(tx: Tx, document: ProcessDocument): Promise<Problem[]> {
  await holdPublicationOrder(tx);
  const problems = await publicationProblems(tx, document);
  if (!hasErrors(problems)) return problems;
  const errors = problems.filter((problem) => problem.severity === 'error');
  const more = errors.length > 1 ? ` and ${errors.length - 1} more` : '';
  throw invalid({
    code: 'blocked',
    userMessage: `Publishing is blocked: ${errors[0]?.message}${more}`,
    errors: errors.map((problem) => ({
      path: problem.field ? `${problem.elementId}.${problem.field}` : problem.elementId,
      message: problem.message,
    })),
    extra: { problems },
  });
}

interface NewVersion {
  document: ProcessDocument;
  checksum: string;
  note: string;
  /** Where a second person approved: who asked, and with which request. The caller is who approved. */
  request?: { id: string; requestedBy: string; requestedByName: string };
}

/** The newest version of a model; null before the first. */
export const latestOf = (tx: Tx, modelId: string) =>
  tx.processVersion.findFirst({
    where: { modelId },
    orderBy: { number: 'desc' },
    select: { number: true, checksum: true, document: true, modelId: true, position: true },
  });

/** Stores the next version with its event. The caller holds the lock on the model: the number follows from the latest. */
export async function insertVersion(
  tx: Tx,
  context: AuthorisedContext,
  modelId: string,
  { document, checksum, note, request }: NewVersion,
): Promise<number> {
  await holdPublicationOrder(tx);
  const number = ((await latestOf(tx, modelId))?.number ?? 0) + 1;
  const id = idFrom(context.commandId, 'version');
  const me = context.principal;
  await tx.processVersion.create({
    data: {
      ...{ id, modelId, number, checksum, note },
      document: asJson(document),
      publishedBy: request?.requestedBy ?? me.id,
      ...(request ? { approvedBy: me.id, requestId: request.id } : {}),
    },
  });
  await writeStarts(tx, { id, modelId, checksum, document });
  const people: Record<string, string> = request
    ? {
        requestId: request.id,
        requestedBy: request.requestedBy,
        requestedByName: request.requestedByName,
        approvedBy: me.id,
        approvedByName: me.name,
      }
    : {};
  await appendLedger(tx, {
    stream: `process:${modelId}`,
    actor: actorOf(me),
    cause: request ? 'processes.approve-request' : 'processes.publish',
    events: [{ type: 'version.published', data: { modelId, version: number, checksum, note, ...people } }],
  });
  return number;
}
