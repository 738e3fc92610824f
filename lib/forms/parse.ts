import { formSchema } from './schema';
import type { Form } from './types';

export type ParsedForm = { ok: true; form: Form } | { ok: false; message: string; path: string };

/** Reads the JSON text of `countersign:form`. */
export function parseForm(source: string): ParsedForm {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch {
    return { ok: false, message: 'The form is not valid JSON.', path: '' };
  }
  return readForm(json);
}

/** Checks a form that is already JSON. */
export function readForm(json: unknown): ParsedForm {
  const parsed = formSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      message: issue?.message ?? 'The form is not valid.',
      path: issue?.path.join('.') ?? '',
    };
  }
  const form: Form = {
    fields: parsed.data.fields.map((field) =>
      field.type === 'html-text' ? { ...field, type: 'note' } : field,
    ),
  };
  const twice = repeatedKey(form);
  if (twice === undefined) return { ok: true, form };
  return { ok: false, message: `Two fields of the form write to “${twice}”.`, path: 'fields' };
}

function repeatedKey(form: Form): string | undefined {
  const seen = new Set<string>();
  return form.fields
    .filter((field) => !['section', 'note', 'readonly'].includes(field.type))
    .map((field) => field.key)
    .find((key) => seen.size === seen.add(key).size);
}
