import 'server-only';
import { z } from 'zod';
import type { DiagramView } from '@/lib/document';
import { defineUseCase } from '@/lib/usecase/define';
import { drawn, summaries } from './summary';
import type { TemplateSummary } from './types';

/** The templates by title. */
export const listTemplates = defineUseCase(
  {
    name: 'templates.list',
    schema: z.strictObject({}),
    policy: { permission: 'models.see' },
    mutates: false,
  },
  async (): Promise<{ items: TemplateSummary[] }> => ({ items: await summaries() }),
);

/** One template, drawn. */
export const getTemplate = defineUseCase(
  {
    name: 'templates.get',
    schema: z.strictObject({ templateId: z.string().max(100) }),
    policy: { permission: 'models.see' },
    mutates: false,
  },
  async (_context, { templateId }): Promise<TemplateSummary & { view: DiagramView }> => drawn(templateId),
);
