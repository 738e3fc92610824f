import 'server-only';
import { z } from 'zod';
import type { Problem } from '@/engine/compile/problem';
import { scopeOf } from '@/lib/auth/permissions';
import { actorOf, type Principal } from '@/lib/auth/principal';
import { db, type Tx } from '@/lib/db/client';
import type { PublishRequest } from '@/lib/db/generated/client.ts';
import { conflict, forbidden, notFound } from '@/lib/errors/app-error';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { documentChecksum } from './facts';
import { insertVersion, latestOf, publishable } from './insert-version';
import { modelOf } from './model-answer';
import { id, reason } from './schemas';
import { setSecondPerson } from './second-person';
import { asDocument } from './store-model';

export interface DecisionAnswer {
  requestId: string;
  state: 'approved' | 'rejected' | 'withdrawn';
  /** The version it became. */
  version: number | null;
  /** Warnings that were published with. */
  problems: Problem[];
}

type Decision = 'approve' | 'reject' | 'withdraw';
const STATE = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

/** @throws AppError 403 `own-request`, `not-a-person`, `not-a-publisher` */
function mayDecide(me: Principal, request: PublishRequest): void {
  if (request.requestedBy === me.id)
    throw forbidden({
      code: 'own-request',
      userMessage: 'You asked for this yourself. Somebody else decides; you can withdraw it.',
    });
  if (me.kind !== 'person')
    throw forbidden({
      code: 'not-a-person',
      userMessage: 'A second person decides, not a service. Sign in, or use a personal token.',
    });
  if (request.kind === 'publish' && scopeOf(me.roles, 'versions.publish') === null)
    throw forbidden({
      code: 'not-a-publisher',
      userMessage: 'Only who may publish approves or rejects a publication. Ask a designer.',
    });
}

function mayWithdraw(me: Principal, request: PublishRequest): void {
  if (request.requestedBy !== me.id)
    throw forbidden({
      code: 'not-your-request',
      userMessage: `Only ${request.requestedByName}, who asked, can withdraw this. You can reject it.`,
    });
}

/** The request, locked with its model. @throws AppError 404, 409 `request-decided` */
async function pendingRequest(tx: Tx, modelId: string, requestId: string): Promise<PublishRequest> {
  await tx.$queryRaw`SELECT 1 FROM model WHERE id = ${modelId} FOR UPDATE`;
  const request = await tx.publishRequest.findFirst({ where: { id: requestId, modelId } });
  if (!request) throw notFound('The request');
  if (request.state === 'pending') return request;
  throw conflict({
    code: 'request-decided',
    userMessage: `${request.decidedByName ?? 'Somebody'} has ${request.state} this already.`,
    extra: { state: request.state, version: request.version },
  });
}

/** Publishes exactly what was frozen. @throws AppError 409 `base-moved`, 422 `blocked` */
async function publishFrozen(tx: Tx, context: AuthorisedContext, request: PublishRequest) {
  const latest = await latestOf(tx, request.modelId);
  if ((latest?.number ?? null) !== request.baseVersion)
    throw conflict({
      code: 'base-moved',
      userMessage: `Version ${latest?.number} was published after this was asked for, so what it shows isn’t what would change. Reject it, and ask again.`,
      extra: { latestVersion: latest?.number },
    });
  const document = asDocument(request.document);
  const problems = await publishable(tx, document);
  const checksum = documentChecksum(document);
  if (checksum !== request.checksum)
    throw new Error(`request ${request.id} doesn't hold the document it was made with`);
  const { id, note, requestedBy, requestedByName } = request;
  const asked = { id, requestedBy, requestedByName };
  const content = { document, checksum, note, request: asked };
  return { version: await insertVersion(tx, context, request.modelId, content), problems };
}

async function record(tx: Tx, context: AuthorisedContext, request: PublishRequest, how: Decided) {
  const { decision, comment, version } = how;
  await tx.publishRequest.update({
    where: { id: request.id },
    data: {
      state: STATE[decision],
      decidedBy: context.principal.id,
      decidedByName: context.principal.name,
      decidedAt: new Date(),
      comment,
      version,
    },
  });
  const { id: requestId, modelId, kind, requestedBy, requestedByName } = request;
  const data = { modelId, requestId, kind, requestedBy, requestedByName, comment, version };
  await appendLedger(tx, {
    stream: `process:${modelId}`,
    actor: actorOf(context.principal),
    cause: `processes.${decision}-request`,
    events: [{ type: `publication.${STATE[decision]}`, data }],
  });
}

interface Decided {
  decision: Decision;
  comment: string | null;
  version: number | null;
}

const comment = z.string().trim().max(2000).optional();

const decide = (decision: Decision) =>
  defineUseCase(
    {
      name: `processes.${decision}-request`,
      schema: z.strictObject({
        processId: id,
        requestId: id,
        comment: decision === 'reject' ? reason : comment,
      }),
      policy: { permission: 'requests.decide' },
      mutates: true,
      subject: ({ processId }) => ({ processId }),
    },
    async (context, input): Promise<DecisionAnswer> => {
      const { model } = await modelOf(input.processId);
      return db().$transaction(async (tx) => {
        const request = await pendingRequest(tx, model.id, input.requestId);
        (decision === 'withdraw' ? mayWithdraw : mayDecide)(context.principal, request);
        let published: Pick<DecisionAnswer, 'version' | 'problems'> = { version: null, problems: [] };
        if (decision === 'approve') {
          if (request.kind === 'publish') published = await publishFrozen(tx, context, request);
          else await setSecondPerson(tx, context, request.modelId, false, request.note);
        }
        await record(tx, context, request, {
          decision,
          comment: input.comment || null,
          version: published.version,
        });
        return { requestId: request.id, state: STATE[decision], ...published };
      });
    },
  );

/** A second person publishes what was asked for, exactly as it was frozen; or lets a policy be switched off. */
export const approveRequest = decide('approve');

/** A second person refuses, with a comment for whoever asked. */
export const rejectRequest = decide('reject');

/** Who asked takes the request back. */
export const withdrawRequest = decide('withdraw');
