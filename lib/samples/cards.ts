import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { type DiagramView, diagramView } from '@/lib/document';
import { asDocument } from '@/lib/processes/store-model';
import { defineUseCase } from '@/lib/usecase/define';
import { samples } from '.';

/** A sample as the home page offers it. */
export interface SampleCard {
  sampleId: string;
  title: string;
  blurb: string;
  processId: string;
  /** The newest published version, drawn. */
  view: DiagramView;
}

/**
 * The samples that are seeded and published, in their order. Anybody may see them, because in demo mode a stranger
 * chooses one before being somebody.
 */
export const sampleCards = defineUseCase(
  { name: 'samples.cards', schema: z.strictObject({}), policy: { public: true }, mutates: false },
  async (): Promise<SampleCard[]> => {
    const models = await db().model.findMany({
      where: { sampleId: { in: samples.map(({ id }) => id) } },
      select: {
        sampleId: true,
        processes: { orderBy: { position: 'asc' }, take: 1, select: { id: true } },
        versions: { orderBy: { number: 'desc' }, take: 1, select: { document: true } },
      },
    });
    return samples.flatMap(({ id, title, blurb }) => {
      const model = models.find((one) => one.sampleId === id);
      const [process, version] = [model?.processes[0], model?.versions[0]];
      if (!process || !version) return [];
      return {
        sampleId: id,
        title,
        blurb,
        processId: process.id,
        view: diagramView(asDocument(version.document)),
      };
    });
  },
);
