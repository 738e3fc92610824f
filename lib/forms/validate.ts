import type { Json, JsonObject } from '@/engine/core/json';
import { checkField } from './check-field';
import { read } from './read';
import type { Form, FormField } from './types';

export interface FormError {
  /** The field's key, or the unknown key as it was sent. */
  path: string;
  message: string;
}

export type Submission = { ok: true; values: JsonObject } | { ok: false; errors: FormError[] };

/**
 * Checks what somebody entered. Strict: unknown keys are refused and read-only fields can't be changed (repeating
 * what was `shown` is allowed). Absent fields take their default; an untouched check box is false. Values of dotted
 * keys are answered as objects, with the members that were shown kept.
 */
export function validateSubmission(
  form: Form,
  values: JsonObject,
  options: { shown?: JsonObject } = {},
): Submission {
  const shown = options.shown ?? {};
  const fields = form.fields.filter((field) => field.type !== 'section' && field.type !== 'note');
  const sent = collect(fields, values);
  const errors = [...sent.unknown.map(unknownKey)];
  const accepted: JsonObject = Object.create(null);
  for (const field of fields) {
    const given = sent.values.get(field.key);
    if (field.type === 'readonly') {
      if (given !== undefined && !same(given, read(shown, field.key)))
        errors.push({
          path: field.key,
          message: `“${field.label || field.key}” is only shown and can't be changed.`,
        });
      continue;
    }
    const value = given === undefined ? fallback(field, shown) : given;
    const message = checkField(field, value);
    if (message) errors.push({ path: field.key, message });
    else if (value !== undefined) write(accepted, field.key, value, shown);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, values: { ...accepted } };
}

function fallback(field: FormField, shown: JsonObject): Json | undefined {
  if (field.default !== undefined && read(shown, field.key) === undefined) return field.default as Json;
  return field.type === 'boolean' && read(shown, field.key) === undefined ? false : undefined;
}

function collect(
  fields: readonly FormField[],
  values: JsonObject,
): { values: Map<string, Json>; unknown: string[] } {
  const keys = new Set(fields.map((field) => field.key));
  const branches = new Set(fields.flatMap((field) => prefixes(field.key)));
  const found = new Map<string, Json>();
  const unknown: string[] = [];
  const visit = (object: JsonObject, prefix: string) => {
    for (const [name, value] of Object.entries(object)) {
      const path = `${prefix}${name}`;
      if (keys.has(path)) found.set(path, value);
      else if (branches.has(path) && typeof value === 'object' && value !== null && !Array.isArray(value))
        visit(value, `${path}.`);
      else unknown.push(path);
    }
  };
  visit(values, '');
  return { values: found, unknown };
}

function prefixes(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

function write(target: JsonObject, path: string, value: Json, shown: JsonObject): void {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let at = target;
  let walked = '';
  for (const part of parts) {
    walked = walked ? `${walked}.${part}` : part;
    const existing = Object.hasOwn(at, part) ? at[part] : read(shown, walked);
    const next = isObject(existing) ? { ...existing } : {};
    at[part] = next;
    at = next;
  }
  at[last] = value;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: Json, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b ?? null);

const unknownKey = (path: string): FormError => ({ path, message: `The form has no field “${path}”.` });
