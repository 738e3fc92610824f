import type { Json, JsonObject } from '@/engine/core/json';
import { parseTemplate } from '@/lib/elements/template';
import type { FeelType, ScopeVariable } from '@/lib/feel/scope';

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/**
 * The variables that prompts mention, each with a value of its type to be changed; a text where the type isn't known.
 * @param scope the variables that exist at the step
 */
export function sampleOf(prompts: readonly string[], scope: readonly ScopeVariable[] = []): JsonObject {
  const sample: JsonObject = {};
  for (const part of prompts.flatMap(parseTemplate))
    if ('expression' in part && PATH.test(part.expression)) put(sample, part.expression.split('.'), scope);
  return sample;
}

function put(
  into: JsonObject,
  [name = '', ...rest]: readonly string[],
  scope: readonly ScopeVariable[],
): void {
  const known = scope.find((variable) => variable.name === name);
  if (rest.length === 0) {
    into[name] ??= sampleValue(known);
    return;
  }
  const inner = into[name];
  const next: JsonObject = isObject(inner) ? inner : {};
  into[name] = next;
  put(next, rest, known?.entries ?? []);
}

const VALUES: Record<FeelType, Json> = {
  number: 100,
  string: '',
  boolean: true,
  date: '2026-01-15',
  time: '09:00:00',
  'date and time': '2026-01-15T09:00:00Z',
  duration: 'P1D',
  list: [],
  context: {},
  any: '',
};

function sampleValue(variable: ScopeVariable | undefined): Json {
  if (!variable) return '';
  const { type, entries = [] } = variable;
  const members = Object.fromEntries(entries.map((entry) => [entry.name, sampleValue(entry)]));
  if (type === 'context') return members;
  return type === 'list' && entries.length > 0 ? [members] : VALUES[type];
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
