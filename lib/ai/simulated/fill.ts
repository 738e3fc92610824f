import type { Json, JsonObject } from '@/engine/core/json';
import { choose } from './choose';
import { datesIn, type Find, moneyIn, numbersIn } from './finds';
import { bestFind, type Source } from './source';
import { firstSentence, textFor } from './text-field';
import { signsOf, wordsOf } from './vocabulary';

type Schema = JsonObject;

/** A filled field; without a place in the prompt it rests on nothing. */
export type Filled = { value: Json; place?: { start: number; end: number } };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const typeOf = (schema: Schema): string => {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return String(types.find((type) => type !== 'null') ?? (isObject(schema.properties) ? 'object' : 'string'));
};

const found = ({ value, start, end }: Find): Filled => ({ value, place: { start, end } });

/** What the prompt gives for one field. Undefined when it gives nothing and the field may be left out. */
export function fillField(
  source: Source,
  name: string,
  schema: Schema,
  required: boolean,
): Filled | undefined {
  if (schema.const !== undefined) return { value: schema.const };
  if (Array.isArray(schema.enum)) return fillChoice(source, schema.enum, required);
  switch (typeOf(schema)) {
    case 'number':
    case 'integer':
      return fillNumber(source, name, schema, required);
    case 'boolean':
      return fillBoolean(source, name, schema);
    case 'null':
      return { value: null };
    default:
      return fillText(source, name, schema, required);
  }
}

function fillChoice(source: Source, options: Json[], required: boolean): Filled | undefined {
  const texts = options.filter((option) => typeof option === 'string');
  const chosen = texts.length === options.length ? choose(source, texts) : undefined;
  if (chosen?.found) return found(chosen.find);
  if (!required) return undefined;
  return { value: chosen?.find.value ?? options[0] ?? null };
}

function fillNumber(source: Source, name: string, schema: Schema, required: boolean): Filled | undefined {
  const money = moneyIn(source.text);
  const finds =
    money.length > 0 && !/count|quantity|days|percent|score/i.test(name) ? money : numbersIn(source.text);
  const limit = (value: number): number => {
    const low = typeof schema.minimum === 'number' ? Math.max(schema.minimum, value) : value;
    const high = typeof schema.maximum === 'number' ? Math.min(schema.maximum, low) : low;
    return typeOf(schema) === 'integer' ? Math.round(high) : high;
  };
  const find = bestFind(source, name, finds);
  if (!find) return required ? { value: limit(0) } : undefined;
  return found({ ...find, value: limit(Number(find.value)) });
}

/** Yes when a word of the field's name stands in the data without "no" or "not" before it. */
function fillBoolean(source: Source, name: string, schema: Schema): Filled {
  const label = `${name} ${typeof schema.description === 'string' ? schema.description : ''}`;
  const data = source.text.slice(source.data.start, source.data.end);
  const words = [...new Set([...signsOf(name), ...wordsOf(label)])].filter((word) => word.length > 3);
  for (const word of words) {
    const match = new RegExp(`(?<!\\b(?:no|not|kein|keine|nicht)\\s)\\b${word}`, 'iu').exec(data);
    if (!match) continue;
    const start = source.data.start + match.index;
    return found({ value: true, start, end: start + match[0].length });
  }
  return { value: false };
}

function fillText(source: Source, name: string, schema: Schema, required: boolean): Filled | undefined {
  const format = typeof schema.format === 'string' ? schema.format : undefined;
  const find = textFor(source, name, format);
  if (find && fits(find.value, schema))
    return found({ ...find, value: find.value.slice(0, maxLength(schema)) });
  const pattern = typeof schema.pattern === 'string' ? inText(source, schema.pattern) : undefined;
  if (pattern) return found(pattern);
  if (!required) return undefined;
  return fallback(source, schema, format);
}

const maxLength = (schema: Schema): number =>
  typeof schema.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;

const fits = (value: string, schema: Schema): boolean =>
  typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(value);

/** A place whose text matches the field's own pattern. */
function inText(source: Source, pattern: string): Find | undefined {
  const match = new RegExp(pattern.replace(/^\^|\$$/g, ''), 'u').exec(source.text);
  if (!match?.[0]) return undefined;
  return { value: match[0], start: match.index, end: match.index + match[0].length };
}

/** A required field that the prompt says nothing about still gets its form; nothing supports it. */
function fallback(source: Source, schema: Schema, format: string | undefined): Filled {
  if (format === 'date') return { value: datesIn(source.text)[0]?.value ?? '1970-01-01' };
  if (format === 'date-time') return { value: `${datesIn(source.text)[0]?.value ?? '1970-01-01'}T00:00:00Z` };
  if (format === 'email') return { value: 'unknown@example.com' };
  if (format === 'uri') return { value: 'https://example.com/' };
  const text = firstSentence(source)?.value ?? 'not stated';
  return { value: text.slice(0, Math.min(maxLength(schema), 200)) };
}
