import type { Json, JsonObject } from '@/engine/core/json';
import { fillField, typeOf } from './fill';
import { type Source, sentenceAt, sourceOf } from './source';

interface Quote {
  field: string;
  quote: string;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MAX_DEPTH = 8;
const SHORT_QUOTE = 12;

/**
 * What the simulated model answers to a prompt: each field filled from the prompt's own words as well as rules can,
 * with those words as evidence. The same prompt and schema always give the same answer.
 */
export function simulatedAnswer(prompt: string, envelope: JsonObject): JsonObject {
  const properties = isObject(envelope.properties) ? envelope.properties : {};
  const schema = isObject(properties.value) ? properties.value : {};
  const source = sourceOf(prompt, choicesOf(schema));
  const quotes: Quote[] = [];
  const value = fill(source, schema, { root: envelope, path: '', quotes, depth: 0 }) ?? {};
  const quoted = new Set(quotes.map(({ field }) => field));
  const guessed = isObject(value) ? Object.keys(value).filter((field) => !quoted.has(field)) : [];
  return {
    rationale: rationale(quotes, value, guessed),
    evidence: quotes.map(({ quote, field }) => ({ quote, field })),
    value,
    ...(properties.certainty ? { certainty: guessed.length === 0 ? 'sure' : 'fairly sure' } : {}),
  };
}

const SHOWN_FIELDS = 4;
const SHOWN_VALUE = 60;

function rationale(quotes: readonly Quote[], value: Json, guessed: readonly string[]): string {
  const read = quotes
    .map(({ field }) => ({ field, text: isObject(value) && field in value ? String(value[field]) : '' }))
    .filter(({ text }) => text !== '' && text.length <= SHOWN_VALUE && !text.includes('\n'))
    .slice(0, SHOWN_FIELDS)
    .map(({ field, text }) => `${field} “${text}”`);
  const said = read.length > 0 ? ` The input gives ${read.join(', ')}.` : '';
  const open =
    guessed.length > 0 ? ` No passage supports ${guessed.join(', ')}: that part follows from the rest.` : '';
  return `Simulated answer, made by rules and not by a model.${said}${open}`;
}

interface Place {
  root: JsonObject;
  path: string;
  quotes: Quote[];
  depth: number;
}

function fill(source: Source, given: JsonObject, place: Place, required = true): Json | undefined {
  const schema = resolve(given, place.root);
  if (place.depth > MAX_DEPTH) return null;
  if (typeOf(schema) === 'object') return fillObject(source, schema, place);
  if (typeOf(schema) === 'array') return fillList(source, schema, place, required);
  const name = place.path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const filled = fillField(source, name, schema, required);
  if (filled?.place) place.quotes.push({ field: place.path, quote: quoteAt(source, filled.place) });
  return filled?.value;
}

function fillObject(source: Source, schema: JsonObject, place: Place): JsonObject {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const value: JsonObject = {};
  for (const [name, property] of Object.entries(properties)) {
    if (!isObject(property)) continue;
    const path = place.path ? `${place.path}.${name}` : name;
    const member = fill(
      source,
      property,
      { ...place, path, depth: place.depth + 1 },
      required.includes(name),
    );
    if (member !== undefined) value[name] = member;
  }
  return value;
}

function fillList(source: Source, schema: JsonObject, place: Place, required: boolean): Json | undefined {
  const wanted = typeof schema.minItems === 'number' ? schema.minItems : required ? 1 : 0;
  const items = isObject(schema.items) ? schema.items : {};
  if (wanted === 0) return undefined;
  return Array.from({ length: wanted }, (_, index) => {
    const path = `${place.path}.${index}`;
    return fill(source, items, { ...place, path, depth: place.depth + 1 }) ?? null;
  });
}

/** Follows a reference inside the envelope. */
function resolve(schema: JsonObject, root: JsonObject): JsonObject {
  if (typeof schema.$ref !== 'string' || !schema.$ref.startsWith('#/')) return schema;
  let target: Json | undefined = root;
  for (const part of schema.$ref.slice(2).split('/')) target = isObject(target) ? target[part] : undefined;
  return isObject(target) ? target : schema;
}

/** The words themselves when they say enough, else the sentence around them. */
function quoteAt(source: Source, { start, end }: { start: number; end: number }): string {
  const words = source.text.slice(start, end);
  if (words.length >= SHORT_QUOTE) return words;
  const around = sentenceAt(source, start);
  return source.text.slice(around.start, Math.max(around.end, end)).trim() || words;
}

/** Every text that some field may choose from. */
function choicesOf(schema: JsonObject, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const own = Array.isArray(schema.enum) ? schema.enum.filter((each) => typeof each === 'string') : [];
  const members = [...Object.values(isObject(schema.properties) ? schema.properties : {}), schema.items];
  return [...own, ...members.flatMap((member) => (isObject(member) ? choicesOf(member, depth + 1) : []))];
}
