import 'server-only';
import { actorOf } from '@/lib/auth/principal';
import type { Tx } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import { type DocumentDiff, diffDocuments } from '@/lib/diff';
import type { ProcessDocument } from '@/lib/document';
import { conflict } from '@/lib/errors/app-error';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { asJson } from './store-model';

export type RequestKind = 'publish' | 'policy-off';

/** @throws AppError 409 `request-pending` when one of the same kind waits already */
export async function refuseSecond(tx: Tx, modelId: string, kind: RequestKind): Promise<void> {
  const pending = await tx.publishRequest.findFirst({
    where: { modelId, kind, state: 'pending' },
    select: { id: true, requestedByName: true },
  });
  if (!pending) return;
  const asked = kind === 'publish' ? 'to publish this process' : 'to publish without a second person';
  throw conflict({
    code: 'request-pending',
    userMessage: `${pending.requestedByName} has asked ${asked} already. Wait for the decision, or withdraw that request first.`,
    extra: { requestId: pending.id },
  });
}

/** How the frozen draft differs from what is live; before the first version everything is new. */
const diffFrom = (base: ProcessDocument | null, document: ProcessDocument): DocumentDiff =>
  diffDocuments(base ?? { ...document, elements: {} }, document);

/**
 * Freezes a draft as a request: the document, its note and its difference, none of which changes any more. What is
 * drawn later doesn't get into it.
 * @returns the request's id
 */
export async function askToPublish(
  tx: Tx,
  context: AuthorisedContext,
  model: { id: string; draftRevision: number },
  content: { document: ProcessDocument; checksum: string; note: string },
  base: { number: number; document: ProcessDocument } | null,
): Promise<string> {
  await refuseSecond(tx, model.id, 'publish');
  const id = idFrom(context.commandId, 'publish-request');
  const { checksum, note } = content;
  const { layout: _drawing, ...diff } = diffFrom(base?.document ?? null, content.document);
  const asked = { baseVersion: base?.number ?? null, draftRevision: model.draftRevision };
  await tx.publishRequest.create({
    data: {
      ...{ id, modelId: model.id, kind: 'publish', checksum, note, ...asked },
      document: asJson(content.document),
      diff: diff as unknown as Prisma.InputJsonValue,
      requestedBy: context.principal.id,
      requestedByName: context.principal.name,
    },
  });
  const counts = { added: diff.added.length, changed: diff.changed.length, removed: diff.removed.length };
  await appendLedger(tx, {
    stream: `process:${model.id}`,
    actor: actorOf(context.principal),
    cause: 'processes.publish',
    events: [
      {
        type: 'publication.requested',
        data: { modelId: model.id, requestId: id, checksum, note, ...asked, ...counts },
      },
    ],
  });
  return id;
}
