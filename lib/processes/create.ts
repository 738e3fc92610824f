import 'server-only';
import { z } from 'zod';
import type { Problem } from '@/engine/compile/problem';
import { actorOf } from '@/lib/auth/principal';
import { db } from '@/lib/db/client';
import { newDocument, type ProcessDocument } from '@/lib/document';
import { idFrom } from '@/lib/ids';
import { appendLedger } from '@/lib/ledger/append';
import type { AuthorisedContext } from '@/lib/usecase/context';
import { defineUseCase } from '@/lib/usecase/define';
import { checkDocument } from './check';
import { documentChecksum, modelName } from './facts';
import { describeModel, type ModelAnswer } from './model-answer';
import { readContent } from './read-content';
import { content } from './schemas';
import { asJson, syncProcesses } from './store-model';

/** Creates a model with its draft, once for each command; `source` says in the audit trail what it was made from. */
export async function storeModel(
  context: AuthorisedContext,
  document: ProcessDocument,
  source: string,
): Promise<string> {
  const modelId = idFrom(context.commandId, 'model');
  const checksum = documentChecksum(document);
  await db().$transaction(async (tx) => {
    // Two requests of one idempotency key may meet here, perhaps in two processes.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${modelId}, 0))`;
    if (await tx.model.findUnique({ where: { id: modelId }, select: { id: true } })) return;
    await tx.model.create({
      data: {
        id: modelId,
        name: modelName(document),
        ownerId: context.principal.id,
        document: asJson(document),
        draftHash: checksum,
        updatedBy: context.principal.id,
      },
    });
    await syncProcesses(tx, modelId, document, context.commandId);
    await appendLedger(tx, {
      stream: `process:${modelId}`,
      actor: actorOf(context.principal),
      cause: 'processes.create',
      events: [{ type: 'process.created', data: { modelId, name: modelName(document), checksum, source } }],
    });
  });
  return modelId;
}

const sourceOf = (sent: object): string => ('xml' in sent ? 'bpmn' : 'text' in sent ? 'text' : 'document');

/** Creates a model with its draft from BPMN XML, the text form or a document. Always creates, even when the key is known. */
export const createProcess = defineUseCase(
  {
    name: 'processes.create',
    schema: z.strictObject({ content }),
    policy: { permission: 'models.edit' },
    mutates: true,
  },
  async (context, input): Promise<ModelAnswer & { problems: Problem[] }> => {
    const { document, notes } = await readContent(input.content);
    const modelId = await storeModel(context, document, sourceOf(input.content));
    return { ...(await describeModel(modelId)), problems: [...notes, ...checkDocument(document)] };
  },
);

/** Creates a model that holds one start event, to draw from. */
export const createBlank = defineUseCase(
  {
    name: 'processes.create-blank',
    schema: z.strictObject({ name: z.string().trim().min(1, 'Give the process a name.').max(200) }),
    policy: { permission: 'models.edit' },
    mutates: true,
  },
  async (context, input): Promise<ModelAnswer> =>
    describeModel(await storeModel(context, newDocument({ name: input.name }), 'blank')),
);
