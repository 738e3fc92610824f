import type { Json } from '@/engine/core/json';

/** A day or a moment as JSON writes them; texts that look so get their format. */
const FORMATS: readonly (readonly [format: string, pattern: RegExp])[] = [
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/],
  ['email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
];

/** Deeper than the check of schemas allows nothing is inferred. */
const DEPTH = 9;

/**
 * The JSON Schema an example answer fits: its members with their types, all required. A member that is null has no
 * type; of a list the items of all entries are described together, and what only some of them have is optional.
 */
export function schemaOf(sample: Json, depth = 0): Record<string, unknown> {
  if (typeof sample === 'string') return textSchema(sample);
  if (typeof sample === 'number') return { type: Number.isInteger(sample) ? 'integer' : 'number' };
  if (typeof sample === 'boolean') return { type: 'boolean' };
  if (sample === null || depth > DEPTH) return {};
  if (Array.isArray(sample)) {
    const items = sample.map((item) => schemaOf(item as Json, depth + 1)).reduce(together, undefined);
    return { type: 'array', ...(items && { items }) };
  }
  const members = Object.entries(sample as Record<string, Json>);
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, value]) => [name, schemaOf(value, depth + 1)])),
    required: members.map(([name]) => name),
    additionalProperties: false,
  };
}

function textSchema(text: string): Record<string, unknown> {
  const format = FORMATS.find(([, pattern]) => pattern.test(text))?.[0];
  return { type: 'string', ...(format && { format }) };
}

type Schema = Record<string, unknown>;
const record = (value: unknown): Schema =>
  typeof value === 'object' && value !== null ? (value as Schema) : {};
const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** What two examples of one thing both fit. */
function together(a: Schema | undefined, b: Schema): Schema {
  if (a === undefined || a.type === undefined) return b;
  if (b.type === undefined) return a;
  const numeric = [a.type, b.type].every((type) => type === 'integer' || type === 'number');
  if (numeric) return a.type === b.type ? a : { type: 'number' };
  if (a.type !== b.type) return {};
  if (a.type === 'string') return a.format === b.format ? a : { type: 'string' };
  if (a.type === 'array') {
    const items = a.items && b.items ? together(record(a.items), record(b.items)) : (a.items ?? b.items);
    return { type: 'array', ...(items ? { items } : {}) };
  }
  return a.type === 'object' ? objects(a, b) : a;
}

function objects(a: Schema, b: Schema): Schema {
  const [left, right] = [record(a.properties), record(b.properties)];
  const properties = Object.fromEntries(
    [...new Set([...Object.keys(left), ...Object.keys(right)])].map((name) => [
      name,
      name in left && name in right
        ? together(record(left[name]), record(right[name]))
        : (left[name] ?? right[name]),
    ]),
  );
  const required = names(a.required).filter((name) => names(b.required).includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}
