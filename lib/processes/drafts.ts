import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { defineUseCase } from '@/lib/usecase/define';
import { checkDocument } from './check';
import { documentChecksum } from './facts';
import { markExecutable } from './mark-executable';
import { asDocument } from './store-model';

/** A draft with changes that no version holds yet. */
export interface DraftSummary {
  processId: string;
  name: string;
  /** The number it gets when it is published. */
  nextVersion: number;
  /** Problems that block publishing. */
  errors: number;
  updatedAt: string;
}

/** How far back one's drafts are searched; documents are large. */
const SEARCHED = 12;

/** The caller's own unpublished drafts (owned, or changed last by them), newest first. */
export const myDrafts = defineUseCase(
  {
    name: 'processes.my-drafts',
    schema: z.strictObject({ limit: z.number().int().min(1).max(SEARCHED).default(3) }),
    policy: { permission: 'models.edit' },
    mutates: false,
  },
  async (context, { limit }): Promise<DraftSummary[]> => {
    const me = context.principal.id;
    const models = await db().model.findMany({
      where: { OR: [{ ownerId: me }, { updatedBy: me }] },
      orderBy: { updatedAt: 'desc' },
      take: SEARCHED,
      include: {
        processes: { orderBy: { position: 'asc' }, take: 1, select: { id: true, name: true } },
        versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, checksum: true } },
      },
    });
    const drafts: DraftSummary[] = [];
    for (const model of models) {
      const [process, version] = [model.processes[0], model.versions[0]];
      const document = asDocument(model.document);
      if (!process || version?.checksum === documentChecksum(markExecutable(document))) continue;
      drafts.push({
        processId: process.id,
        name: process.name,
        nextVersion: (version?.number ?? 0) + 1,
        errors: checkDocument(document).filter((problem) => problem.severity === 'error').length,
        updatedAt: model.updatedAt.toISOString(),
      });
      if (drafts.length === limit) break;
    }
    return drafts;
  },
);
