import 'server-only';
import { z } from 'zod';
import { type DiagramView, diagramView } from '@/lib/document';
import { notFound } from '@/lib/errors/app-error';
import { defineUseCase } from '@/lib/usecase/define';
import { readTemplate, readTemplates } from './read';
import { summaryOf } from './summary';
import type { TemplateSummary } from './types';

/** The templates by title. They come with the product and hold nobody’s data, so anybody may see them. */
export const listTemplates = defineUseCase(
  { name: 'templates.list', schema: z.strictObject({}), policy: { public: true }, mutates: false },
  async (): Promise<{ items: TemplateSummary[] }> => {
    const items = (await readTemplates()).map(summaryOf);
    return { items: items.sort((one, other) => one.title.localeCompare(other.title, 'en')) };
  },
);

/** One template, drawn. */
export const getTemplate = defineUseCase(
  {
    name: 'templates.get',
    schema: z.strictObject({ templateId: z.string().max(100) }),
    policy: { public: true },
    mutates: false,
  },
  async (_context, { templateId }): Promise<TemplateSummary & { view: DiagramView }> => {
    const template = await readTemplate(templateId);
    if (!template) throw notFound('The template');
    return { ...summaryOf(template), view: diagramView(template.document) };
  },
);
