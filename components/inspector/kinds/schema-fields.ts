/** One member of the answer, as the tree shows it. */
export interface SchemaField {
  name: string;
  type: 'string' | 'number' | 'boolean' | 'array' | 'object';
  required: boolean;
  description: string;
}

type JsonSchema = Record<string, unknown>;

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object schema; null when it is something the tree can't show. */
export function fieldsOf(text: string): SchemaField[] | null {
  if (text.trim() === '') return [];
  const schema = parsed(text);
  if (!schema || (schema.type !== undefined && schema.type !== 'object')) return null;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.entries(properties).map(([name, property]) => {
    const own = isObject(property) ? property : {};
    const type =
      ['number', 'boolean', 'array', 'object'].find((each) => each === own.type) ??
      (own.type === 'integer' ? 'number' : 'string');
    return {
      name,
      type: type as SchemaField['type'],
      required: required.includes(name),
      description: String(own.description ?? ''),
    };
  });
}

/** The schema text with these members; what the tree doesn't show of a member (format, items, enum) is kept. */
export function withFields(text: string, fields: readonly SchemaField[]): string {
  const before = parsed(text) ?? {};
  const known = isObject(before.properties) ? before.properties : {};
  const properties = Object.fromEntries(
    fields.map((field) => {
      const own = known[field.name];
      const kept =
        isObject(own) && (own.type === field.type || (own.type === 'integer' && field.type === 'number'))
          ? own
          : { type: field.type };
      const { description: _old, ...rest } = kept;
      return [field.name, field.description ? { ...rest, description: field.description } : rest];
    }),
  );
  const required = fields.filter((field) => field.required).map((field) => field.name);
  return JSON.stringify(
    { ...before, type: 'object', properties, required, additionalProperties: false },
    null,
    2,
  );
}

function parsed(text: string): JsonSchema | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
