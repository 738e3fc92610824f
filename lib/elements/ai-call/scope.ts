import type { FeelType, ScopeVariable } from '@/lib/feel/scope';

const TYPES: Record<string, FeelType> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'context',
};

/** What an AI call leaves behind: its answer by schema, with confidence and reasons. */
export function aiCallVariable(name: string, outputSchema: string): ScopeVariable {
  return {
    name,
    type: 'context',
    entries: [
      { name: 'value', type: 'context', ...entriesOf(parse(outputSchema)) },
      { name: 'confidence', type: 'number' },
      { name: 'belowThreshold', type: 'boolean' },
      { name: 'rationale', type: 'string' },
      { name: 'evidence', type: 'list' },
      { name: 'provider', type: 'string' },
      { name: 'model', type: 'string' },
      { name: 'attempts', type: 'list' },
    ],
  };
}

function entriesOf(schema: unknown): { entries?: ScopeVariable[] } {
  if (!isRecord(schema)) return {};
  const holder = isRecord(schema.items) ? schema.items : schema;
  if (!isRecord(holder.properties)) return {};
  const entries = Object.entries(holder.properties).map(([name, property]) => variable(name, property));
  return { entries };
}

function variable(name: string, property: unknown): ScopeVariable {
  if (!isRecord(property)) return { name, type: 'any' };
  const type = Array.isArray(property.type) ? property.type.find((each) => each !== 'null') : property.type;
  const date = property.format === 'date' || property.format === 'date-time';
  return {
    name,
    type: date ? 'date' : (TYPES[String(type)] ?? 'any'),
    ...entriesOf(property),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
