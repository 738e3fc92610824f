import type { Json, JsonObject } from '@/engine/core';
import type { Form, FormField } from '@/lib/forms';

/** Fields for the plain properties of a JSON Schema; what can only be written as JSON is in `rest`. */
export interface SchemaForm {
  form: Form;
  rest: readonly string[];
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form for the answer that a schema describes. */
export function formOfSchema(schema: Json): SchemaForm {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  const fields: FormField[] = [];
  const rest: string[] = [];
  for (const [key, property] of Object.entries(properties)) {
    const field = isObject(property) && !key.includes('.') ? fieldOf(key, property) : null;
    if (field) fields.push(field);
    else rest.push(key);
  }
  return { form: { fields }, rest };
}

function fieldOf(key: string, property: JsonObject): FormField | null {
  const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
    key,
    label: key,
    type,
    ...(typeof property.description === 'string' ? { description: property.description } : {}),
    ...more,
  });
  if (Array.isArray(property.enum)) {
    if (!property.enum.every((one) => typeof one === 'string')) return null;
    return field('choice', { options: property.enum.map((value) => ({ value, label: value })) });
  }
  const types = [property.type].flat().filter((type) => type !== 'null');
  switch (types.length === 1 ? types[0] : undefined) {
    case 'string':
      return field('text');
    case 'number':
    case 'integer':
      return field('number');
    case 'boolean':
      return field('boolean');
    default:
      return null;
  }
}
