import type { Json, JsonObject } from '@/engine/core/json';
import type { Form, FormField } from '@/lib/forms';

/** What the controls hold: text for most, a boolean for check boxes, a list for several choices. */
export type Raw = Record<string, string | boolean | string[]>;

/** The control's name of a field: keys may have dots, control names may not. */
export const controlName = (index: number): string => `f${index}`;

/** The value at a dotted path. */
export function valueAt(values: JsonObject, path: string): Json | undefined {
  let at: Json | undefined = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined;
    at = at[part];
  }
  return at;
}

/** What the controls begin with: what is known, else the field's default. */
export function rawValues(form: Form, values: JsonObject): Raw {
  return Object.fromEntries(
    form.fields.map((field, i) => [
      controlName(i),
      rawOf(field, valueAt(values, field.key) ?? (field.default as Json | undefined)),
    ]),
  );
}

function rawOf(field: FormField, value: Json | undefined): string | boolean | string[] {
  if (field.type === 'boolean') return value === true;
  if (field.type === 'multichoice') return Array.isArray(value) ? value.map(String) : [];
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * The variables that the controls stand for. Empty text is no value, and null where that takes away a default or
 * what was `known`: nothing is put back behind the person's back. What is no number stays text, to be refused.
 */
export function submittedValues(form: Form, raw: Raw, known: JsonObject = {}): JsonObject {
  const values: JsonObject = {};
  form.fields.forEach((field, i) => {
    if (field.type === 'section' || field.type === 'note' || field.type === 'readonly') return;
    const value = submitted(field, raw[controlName(i)]);
    const emptied = (valueAt(known, field.key) ?? field.default ?? null) !== null;
    if (value !== undefined) put(values, field.key.split('.'), value);
    else if (emptied) put(values, field.key.split('.'), null);
  });
  return values;
}

function submitted(field: FormField, raw: Raw[string] | undefined): Json | undefined {
  if (field.type === 'boolean') return raw === true;
  if (field.type === 'multichoice') return Array.isArray(raw) ? raw : [];
  if (typeof raw !== 'string' || raw.trim() === '') return undefined;
  if (field.type !== 'number' && field.type !== 'money') return raw;
  const number = Number(raw.replace(',', '.'));
  return Number.isFinite(number) ? number : raw;
}

function put(target: JsonObject, [head = '', ...rest]: string[], value: Json): void {
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = target[head];
  const object: JsonObject =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
  target[head] = object;
  put(object, rest, value);
}
