import { specOfElement } from '@/lib/elements/registry';
import type { Template } from './read';
import type { TemplateSummary } from './types';

/** What the gallery says about a template. What it uses is read from the process, so that it can't be claimed. */
export function summaryOf({ templateId, file, document }: Template): TemplateSummary {
  const specs = Object.values(document.elements).map((element) => specOfElement(document, element));
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
