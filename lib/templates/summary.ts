import { type DiagramView, diagramView } from '@/lib/document';
import { kindSpecOfElement } from '@/lib/elements/catalogue';
import { notFound } from '@/lib/errors/app-error';
import { readTemplate, readTemplates, type Template } from './read';
import type { TemplateSummary } from './types';

/** What the gallery says about a template. What it uses is read from the process, so that it can't be claimed. */
export function summaryOf({ templateId, file, document }: Template): TemplateSummary {
  const specs = Object.values(document.elements).map((element) => kindSpecOfElement(document, element));
  const kinds = new Set<string>(specs.map(({ kind }) => kind));
  const { title, purpose, category, variables } = file;
  return {
    templateId,
    title,
    purpose,
    category,
    usesAi: kinds.has('ai-call'),
    needsApproval: kinds.has('approval'),
    steps: Object.values(document.elements).filter(({ type }) => type.endsWith('Task')).length,
    variables,
  };
}

/** Every template as it is listed, by title. */
export async function summaries(): Promise<TemplateSummary[]> {
  const items = (await readTemplates()).map(summaryOf);
  return items.sort((one, other) => one.title.localeCompare(other.title, 'en'));
}

/** A template as it is listed, with its drawing. @throws AppError 404 */
export async function drawn(templateId: string): Promise<TemplateSummary & { view: DiagramView }> {
  const template = await readTemplate(templateId);
  if (!template) throw notFound('The template');
  return { ...summaryOf(template), view: diagramView(template.document) };
}
