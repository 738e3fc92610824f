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

const CURRENCY = /[€$£¥]\s?$/;

/** “12,480.00”: written here rather than by the platform, whose spelling may change what was signed. */
const money = (value: number): string => value.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',');

/**
 * Fills `{{path}}` parts with variables; what doesn't exist is shown as an ellipsis, a number behind a currency
 * sign as money.
 */
export function renderSentence(template: string, variables: JsonObject): string {
  return template.replace(/\{\{\s*([\w.$-]+)\s*\}\}/g, (_, path: string, offset: number) => {
    const value = at(variables, path);
    return typeof value === 'number' && CURRENCY.test(template.slice(0, offset)) ? money(value) : text(value);
  });
}
