import type { Json, JsonObject } from '@/engine/core/json';
import { parseTemplate } from '@/lib/elements/template';

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** The variables that prompts mention, each with an empty text to be filled in. */
export function sampleOf(...prompts: readonly string[]): JsonObject {
  const sample: JsonObject = {};
  for (const part of prompts.flatMap(parseTemplate))
    if ('expression' in part && PATH.test(part.expression)) put(sample, part.expression.split('.'));
  return sample;
}

function put(into: JsonObject, [name = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    into[name] ??= '';
    return;
  }
  const inner = into[name];
  const next: JsonObject = isObject(inner) ? inner : {};
  into[name] = next;
  put(next, rest);
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text as a JSON object, or null when it isn't one. */
export function parseSample(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
