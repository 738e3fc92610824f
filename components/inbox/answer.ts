import type { Json, JsonObject } from '@/engine/core/json';

export interface Quote {
  quote: string;
  field: string | null;
}

/** An AI answer as the screen needs it; whatever is missing is empty. */
export interface Answer {
  value: Json;
  confidence: number | null;
  note: string | null;
  rationale: string;
  quotes: Quote[];
  model: string | null;
  provider: string | null;
  simulated: boolean;
}

const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
const text = (value: Json | undefined): string | null => (typeof value === 'string' && value ? value : null);

/** Reads `{value, confidence, rationale, evidence, …}`; older and foreign answers may lack any of it. */
export function readAnswer(result: Json): Answer {
  const given = object(result);
  const evidence = Array.isArray(given.evidence) ? given.evidence : [];
  return {
    value: given.value ?? null,
    confidence: typeof given.confidence === 'number' ? given.confidence : null,
    note: text(given.confidenceNote),
    rationale: text(given.rationale) ?? '',
    quotes: evidence.flatMap((one) => {
      const quote = text(typeof one === 'string' ? one : object(one).quote);
      return quote ? [{ quote, field: text(object(one).field) }] : [];
    }),
    model: text(given.model),
    provider: text(given.provider),
    simulated: given.simulated === true,
  };
}

/** A text cut where quotes stand in it; `quote` is the index of the quote, or null for what is between. */
export function marked(text: string, quotes: readonly Quote[]): { text: string; quote: number | null }[] {
  const places = quotes
    .map(({ quote }, index) => ({ index, from: text.indexOf(quote), to: text.indexOf(quote) + quote.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const parts: { text: string; quote: number | null }[] = [];
  let at = 0;
  for (const { index, from, to } of places) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), quote: null });
    parts.push({ text: text.slice(from, to), quote: index });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), quote: null });
  return parts;
}
