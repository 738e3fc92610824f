import type { Json, JsonObject } from '@/engine/core/json';
import type { Check, EvidenceQuote } from '../types';
import type { Violation } from './validate';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const empty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export interface Checked {
  schema: Json;
  value: Json;
  evidence: readonly EvidenceQuote[];
  /** What was wrong with the first answer; empty when it was right at once. */
  first: readonly Violation[];
}

/**
 * The deterministic checks of an answer: valid at the first try, as a whole and field by field; required fields not
 * empty; quotes found in the input word by word; each filled field supported by such a quote.
 */
export function checksOf({ schema, value, evidence, first }: Checked): Check[] {
  const fields = isObject(value) ? Object.keys(value).filter((name) => !empty(value[name])) : [];
  const required = isObject(schema) && Array.isArray(schema.required) ? schema.required.map(String) : [];
  const wrong = (field: string) =>
    first.some(({ path }) => path === `value.${field}` || path.startsWith(`value.${field}.`));
  const quoted = new Set(
    evidence.filter(({ start }) => start !== undefined).map(({ field }) => field?.split('.')[0]),
  );
  return [
    { check: 'valid at the first try', passed: first.length === 0 },
    ...required.map((field) => ({ check: `${field} is filled`, passed: fields.includes(field) })),
    ...fields.map((field) => ({ check: `${field} has its form at the first try`, passed: !wrong(field) })),
    ...evidence.map(({ quote, start }) => ({
      check: `“${quote.slice(0, 40)}” stands in the input`,
      passed: start !== undefined,
    })),
    ...fields.map((field) => ({ check: `${field} is supported by a quote`, passed: quoted.has(field) })),
  ];
}

/** Share of checks passed, 0 to 1. */
export const shareOf = (checks: readonly Check[]): number =>
  checks.length === 0 ? 0 : checks.filter(({ passed }) => passed).length / checks.length;
