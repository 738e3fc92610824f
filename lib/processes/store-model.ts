import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client.ts';
import type { ProcessDocument } from '@/lib/document';
import { idFrom } from '@/lib/ids';
import { modelName, processFacts } from './facts';

/** A document as Prisma's JSON input; it is plain JSON by construction. */
export const asJson = (document: ProcessDocument) => document as unknown as Prisma.InputJsonValue;

export const asDocument = (json: unknown): ProcessDocument => json as ProcessDocument;

/**
 * Makes the processes of a model follow its document: new pools appear, renamed ones are renamed, pools that left
 * the draft stay (their versions and instances do) but lose their place.
 */
export async function syncProcesses(
  tx: Tx,
  modelId: string,
  document: ProcessDocument,
  commandId: string,
): Promise<void> {
  const facts = processFacts(document);
  for (const [position, fact] of facts.entries()) {
    const { owner: steward, tags } = fact.ownership;
    const values = { name: fact.name, executable: fact.executable, position, steward, tags };
    await tx.process.upsert({
      where: { modelId_key: { modelId, key: fact.key } },
      create: { id: idFrom(commandId, `process:${fact.key}`), modelId, key: fact.key, ...values },
      update: values,
    });
  }
  await tx.process.updateMany({
    where: { modelId, key: { notIn: facts.map((fact) => fact.key) } },
    data: { position: 1000, executable: false },
  });
  await tx.model.update({ where: { id: modelId }, data: { name: modelName(document) } });
}
