import { aiCallBpmn } from '@/lib/elements/ai-call/bpmn';
import { chainOf, linksOf } from '@/lib/elements/ai-call/chain';
import { FIRST_SCHEMA } from '@/lib/elements/ai-call/seed';
import { type Fixer, patched } from './fix';

/** An answer without any field gets one; one that can't be read may hold work, so it stays. */
export const addOutputField: Fixer = ({ document, element }) => {
  const view = aiCallBpmn.read(document, element.id);
  if (view.outputSchema.trim() !== '') return [];
  const write = aiCallBpmn.write({ ...view, outputSchema: FIRST_SCHEMA }, document, element.id);
  return [patched(document, element.id, 'Add a field “result”', write)];
};

/** A model that is asked twice in a chain is asked once. */
export const askOnce: Fixer = ({ document, element }) => {
  const view = aiCallBpmn.read(document, element.id);
  const links = linksOf(view);
  const once = links.filter(
    (link, at) =>
      links.findIndex(({ provider, model }) => provider === link.provider && model === link.model) === at,
  );
  if (once.length === links.length) return [];
  const write = aiCallBpmn.write({ ...view, ...chainOf(once) }, document, element.id);
  return [patched(document, element.id, 'Ask each model once', write)];
};

/** Where nobody stands in, a limit that is reached can only be an incident. */
export const limitIsIncident: Fixer = ({ document, element, problem }) => {
  if (problem.field !== 'onBudget') return [];
  const view = aiCallBpmn.read(document, element.id);
  const write = aiCallBpmn.write({ ...view, onBudget: 'incident' }, document, element.id);
  return [patched(document, element.id, 'Make it an incident', write)];
};
