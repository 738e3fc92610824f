import type { Json, JsonObject } from '@/engine/core/json';

function at(variables: JsonObject, path: string): Json {
  let value: Json = variables;
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null;
    value = value[step] ?? null;
  }
  return value;
}

const text = (value: Json): string =>
  value === null ? '…' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Fills `{{path}}` parts with variables; what doesn't exist is shown as an ellipsis. */
export function renderSentence(template: string, variables: JsonObject): string {
  return template.replace(/\{\{\s*([\w.$-]+)\s*\}\}/g, (_, path: string) => text(at(variables, path)));
}
