import 'server-only';
import { z } from 'zod';
import type { DiagramView } from '@/lib/document';
import { defineUseCase } from '@/lib/usecase/define';
import { drawn, summaries } from './summary';
import type { TemplateSummary } from './types';

/**
 * Every template with its drawing, for the gallery. Templates come with the product and hold nobody’s data, and in
 * demo mode a stranger chooses one before being somebody: anybody may see them.
 */
export const templateGallery = defineUseCase(
  { name: 'templates.gallery', schema: z.strictObject({}), policy: { public: true }, mutates: false },
  async (): Promise<(TemplateSummary & { view: DiagramView })[]> =>
    Promise.all((await summaries()).map(({ templateId }) => drawn(templateId))),
);

/** The drawing of one template, for its preview in the gallery. */
export const templateDrawing = defineUseCase(
  {
    name: 'templates.drawing',
    schema: z.strictObject({ templateId: z.string().max(100) }),
    policy: { public: true },
    mutates: false,
  },
  async (_context, { templateId }): Promise<{ view: DiagramView }> => ({
    view: (await drawn(templateId)).view,
  }),
);
