import { z } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { elementsOfType, eventDefinitionOf, mustGet, newElement, newId, ref, resolve } from '@/lib/document';
import type { BpmnBinding } from '../define';
import type { DocumentPatch } from '../patch';

export const endEventSchema = z.object({
  trigger: z.enum(['none', 'terminate', 'error']).default('none'),
  /** What a boundary event catches it by. */
  errorCode: z.string().default(''),
});
type View = z.infer<typeof endEventSchema>;

/** What an end event throws; `other` is not executable yet. */
export function endTrigger(document: ProcessDocument, id: string): View['trigger'] | 'other' {
  const type = eventDefinitionOf(document, id)?.type;
  if (type === undefined) return 'none';
  if (type === 'bpmn:TerminateEventDefinition') return 'terminate';
  return type === 'bpmn:ErrorEventDefinition' ? 'error' : 'other';
}

/** The `bpmn:Error` an error event refers to. */
export const errorOf = (document: ProcessDocument, id: string): DocElement | undefined =>
  resolve(document, eventDefinitionOf(document, id), 'errorRef');

/** The code by which an error is thrown or caught; a standard error without one goes by its name. */
export function errorCodeOf(document: ProcessDocument, id: string): string | undefined {
  const error = errorOf(document, id);
  const code =
    error?.attrs.errorCode ?? error?.attrs.name ?? ref(eventDefinitionOf(document, id), 'errorRef');
  return code === undefined || code === '' ? undefined : String(code);
}

/** The change that makes an error event throw or catch a code; errors are shared, so an equal one is reused. */
export function writeErrorCode(code: string, document: ProcessDocument, id: string): DocumentPatch {
  const definition = eventDefinitionOf(document, id);
  if (!definition || errorCodeOf(document, id) === (code || undefined)) return {};
  if (code === '') return { update: { [definition.id]: { refs: { errorRef: null } } } };
  const known = elementsOfType(document, 'bpmn:Error').find((error) => error.attrs.errorCode === code);
  const error =
    known ??
    newElement('bpmn:Error', newId('Error', document), document.root, 'rootElements', {
      attrs: { name: code, errorCode: code },
    });
  return {
    update: { [definition.id]: { refs: { errorRef: error.id } } },
    ...(known ? {} : { create: [error] }),
  };
}

export const endEventBpmn: BpmnBinding<View> = {
  read(document, id) {
    mustGet(document, id);
    const trigger = endTrigger(document, id);
    return { trigger: trigger === 'other' ? 'none' : trigger, errorCode: errorCodeOf(document, id) ?? '' };
  },
  write: (view, document, id) =>
    view.trigger === 'error' ? writeErrorCode(view.errorCode.trim(), document, id) : {},
};
