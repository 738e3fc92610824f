import { itemOf, note, type Place } from './fact';
import { labelFor } from './property-words';
import { scalarText } from './value-words';

type Json = unknown;
type JsonObject = Record<string, Json>;

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): JsonObject | null {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const scalar = (value: Json): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? scalarText(value)
    : Array.isArray(value) && value.every((one) => typeof one !== 'object')
      ? value.join(', ')
      : JSON.stringify(value);

function noteAll(place: Place, values: JsonObject, except: readonly string[] = []): void {
  for (const [name, value] of Object.entries(values))
    if (!except.includes(name) && value !== undefined)
      note(place, name, labelFor(name), JSON.stringify(value), scalar(value));
}

/** A form down to its fields, ours (`fields`) and form-js (`components`). False when the text is no form. */
export function formFacts(place: Place, text: string): boolean {
  const form = parsed(text);
  const list = form && (Array.isArray(form.fields) ? form.fields : form.components);
  if (!form || !Array.isArray(list)) return false;
  const order: string[] = [];
  for (const [index, field] of list.entries()) {
    if (!isObject(field)) continue;
    const key = String(field.key ?? field.id ?? index);
    order.push(key);
    noteAll(itemOf(place, `fields[${key}]`, `Field “${String(field.label ?? key)}”`), field, ['key', 'id']);
  }
  noteAll(place, form, ['fields', 'components']);
  note(place, 'fields', 'Order of fields', order.join('\n'), order.join(', '), { order });
  return true;
}

/** A JSON Schema down to its properties, nested ones by path. False when the text is no schema. */
export function schemaFacts(place: Place, text: string): boolean {
  const schema = parsed(text);
  if (!schema) return false;
  schemaLevel(place, schema, '');
  return true;
}

function schemaLevel(place: Place, schema: JsonObject, path: string): void {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = isObject(schema.properties) ? schema.properties : {};
  for (const [name, value] of Object.entries(properties)) {
    const at = path ? `${path}.${name}` : name;
    const item = itemOf(place, `[${at}]`, `Output field “${at}”`);
    if (!isObject(value)) {
      note(item, '$body', 'Value', JSON.stringify(value));
      continue;
    }
    noteAll(item, { ...value, required: required.includes(name) }, ['properties', 'items']);
    if (isObject(value.properties)) schemaLevel(place, { ...value }, at);
    if (isObject(value.items)) schemaItems(place, item, value.items, at);
  }
  if (path === '') noteAll(place, schema, ['properties', 'required']);
}

function schemaItems(place: Place, item: Place, items: JsonObject, at: string): void {
  if (isObject(items.properties)) schemaLevel(place, items, `${at}[]`);
  else note(item, 'items', 'Each', JSON.stringify(items), scalar(items.type ?? items));
}
