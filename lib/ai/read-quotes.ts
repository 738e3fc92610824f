import type { Json, JsonObject } from '@/engine/core/json';

const objectOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** Whether an answer stands for a step that refuses invented quotes. */
export const quotesRequired = (result: Json): boolean => objectOf(result).quotesRequired === true;

/** The quotes of an answer that were looked for in its input and not found. */
export function unfoundQuotes(result: Json): ReadonlySet<string> {
  const { evidence, simulated, model } = objectOf(result);
  // The designer's simulation answers by hand; nothing was looked for.
  if (!Array.isArray(evidence) || (simulated === true && model === 'simulation')) return new Set();
  return new Set(
    evidence
      .map(objectOf)
      .flatMap(({ quote, start }) => (typeof quote === 'string' && typeof start !== 'number' ? [quote] : [])),
  );
}
