/** The part of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  type?: string | string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  default?: unknown;
  description?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  format?: string;
}

/** A type in few words: “integer”, “open | closed”, “string[]”, “object”. */
export function typeWords(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(typeWords))].join(' | ');
  if (schema.items) return `${bracketed(typeWords(schema.items))}[]`;
  if (Array.isArray(schema.type)) return schema.type.join(' | ');
  return schema.format ? `${schema.type ?? 'any'} (${schema.format})` : (schema.type ?? 'any');
}

const bracketed = (words: string) => (words.includes(' ') ? `(${words})` : words);

/** Limits and defaults: “1 to 200, default 50”, “at most 2000 characters”. Empty when there are none. */
export function limitWords(schema: Schema): string {
  const words: string[] = [];
  const { minimum, maximum } = schema;
  const huge = maximum !== undefined && Math.abs(maximum) >= Number.MAX_SAFE_INTEGER;
  if (minimum !== undefined && maximum !== undefined && !huge) words.push(`${minimum} to ${maximum}`);
  else if (minimum !== undefined && Math.abs(minimum) < Number.MAX_SAFE_INTEGER)
    words.push(`at least ${minimum}`);
  else if (maximum !== undefined && !huge) words.push(`at most ${maximum}`);
  if (schema.maxLength !== undefined) words.push(`at most ${schema.maxLength} characters`);
  if (schema.maxItems !== undefined) words.push(`at most ${schema.maxItems} entries`);
  if (schema.default !== undefined) words.push(`default ${JSON.stringify(schema.default)}`);
  return words.join(', ');
}
