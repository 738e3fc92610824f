import { type ZodType, z } from 'zod';
import type { DocElement, ProcessDocument } from '@/engine/compile/document';
import { extensions, inlineList, mustGet, processes, textOf } from '@/lib/document';
import { type Form, fromFormData, fromFormJs, parseForm } from '@/lib/forms';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';

/** The form as the inspector edits it: our JSON text; a foreign form is shown and can only be replaced. */
export const formView = z
  .object({
    /** JSON of `countersign:form`; empty for none. */
    json: z.string().default(''),
    /** Where a form that isn't ours comes from; it is read in place. */
    foreign: z.enum(['form-js', 'camunda-form-data', 'elsewhere']).nullable().default(null),
  })
  .default({ json: '', foreign: null });
export type FormView = z.infer<typeof formView>;

export interface FoundForm {
  form: Form | null;
  source: 'countersign' | FormView['foreign'];
  /** Why there is a reference or a text but no form. */
  problem?: { message: string; blocks: boolean };
}

/** The form of a start event or user task, whoever's format it is in. */
export function formOf(document: ProcessDocument, id: string): FoundForm {
  const element = mustGet(document, id);
  const own = textOf(extensionOf(element, 'countersign:Form'), 'body');
  if (own !== undefined && own.trim() !== '') return ownForm(own);
  const formData = extensionOf(element, 'camunda:FormData');
  if (formData && inlineList(formData, 'fields').length > 0)
    return { form: fromFormData(formData), source: 'camunda-form-data' };
  const definition = extensionOf(element, 'zeebe:FormDefinition');
  if (definition) return referencedForm(document, element, definition);
  const reference = vendorAttribute(element, 'formKey') ?? vendorAttribute(element, 'formRef');
  return reference ? elsewhere(reference) : { form: null, source: null };
}

function ownForm(text: string): FoundForm {
  const parsed = parseForm(text);
  if (parsed.ok) return { form: parsed.form, source: 'countersign' };
  const where = parsed.path ? ` (at ${parsed.path})` : '';
  return {
    form: null,
    source: 'countersign',
    problem: { message: `${parsed.message}${where}`, blocks: true },
  };
}

const EMBEDDED = /^camunda-forms:bpmn:(.+)$/;

function referencedForm(
  document: ProcessDocument,
  element: DocElement,
  definition: ReturnType<typeof extensionOf>,
): FoundForm {
  const key = textOf(definition, 'formKey') ?? '';
  const embedded = EMBEDDED.exec(key)?.[1];
  if (embedded === undefined)
    return elsewhere(textOf(definition, 'formId') ?? textOf(definition, 'externalReference') ?? key);
  const source = processes(document)
    .flatMap((process) => extensions(document, process.id, 'zeebe:UserTaskForm'))
    .find((each) => textOf(each, 'id') === embedded);
  if (!source) return elsewhere(embedded);
  const form = fromFormJs(textOf(source, 'body') ?? '');
  if (form) return { form, source: 'form-js' };
  const message = `The form “${embedded}” of “${element.id}” is not a form-js form. The step is shown without one.`;
  return { form: null, source: 'form-js', problem: { message, blocks: false } };
}

function elsewhere(name: string): FoundForm {
  const message = `The form “${name}” is not part of this file. The step is shown without a form; draw one here to replace it.`;
  return { form: null, source: 'elsewhere', problem: { message, blocks: false } };
}

export function readForm(document: ProcessDocument, id: string): FormView {
  const { source } = formOf(document, id);
  const own = textOf(extensionOf(mustGet(document, id), 'countersign:Form'), 'body') ?? '';
  return { json: own, foreign: source === 'countersign' ? null : source };
}

/** Changes to write a form; a foreign form stays in the file and ours is put beside it, where it wins. */
export const formExtension = (view: FormView): Record<string, Record<string, unknown> | null> => ({
  'countersign:Form': view.json.trim() === '' ? null : { body: view.json },
});

/** The binding of elements whose only own field is a form. */
export function formBinding<View extends { form: FormView }>(schema: ZodType<View>): BpmnBinding<View> {
  return {
    read: (document, id) => schema.parse({ form: readForm(document, id) }),
    write: (view, document, id) => ({
      update: { [id]: { values: withExtensions(mustGet(document, id), formExtension(view.form)) } },
    }),
  };
}
