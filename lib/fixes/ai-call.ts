import { aiCallBpmn } from '@/lib/elements/ai-call/bpmn';
import { FIRST_SCHEMA } from '@/lib/elements/ai-call/seed';
import { type Fixer, patched } from './fix';

/** An answer without any field gets one; one that can't be read may hold work, so it stays. */
export const addOutputField: Fixer = ({ document, element }) => {
  const view = aiCallBpmn.read(document, element.id);
  if (view.outputSchema.trim() !== '') return [];
  const write = aiCallBpmn.write({ ...view, outputSchema: FIRST_SCHEMA }, document, element.id);
  return [patched(document, element.id, 'Add a field “result”', write)];
};
