import { compileBounded, type Json } from '@/engine/compile/feel';
import type { FeelType, ScopeVariable } from './scope';

const EXAMPLES: Partial<Record<FeelType, Json>> = {
  number: 1,
  string: 'text',
  boolean: true,
  date: '2026-01-31',
  time: '12:00:00',
  'date and time': '2026-01-31T12:00:00Z',
  duration: 'P1D',
  list: [],
};

/** A value of the variable's type to try with; null where the type is not known. */
export function exampleOf({ type, entries = [] }: ScopeVariable): Json {
  if (entries.length === 0) return EXAMPLES[type] ?? null;
  const context = Object.fromEntries(entries.map((entry) => [entry.name, exampleOf(entry)]));
  return type === 'list' ? [context] : context;
}

/** What an expression gives with sample data. */
export interface SampleResult {
  /** The variables it reads. */
  readonly names: readonly string[];
  /** Its value as JSON, or why there is none. */
  readonly text: string;
  readonly ok: boolean;
}

/** Most letters of a value that are shown. */
const MOST = 200;

/**
 * Evaluates an expression with sample values; undefined for what is not FEEL or not bounded: a keystroke may not
 * start work without an end.
 */
export function sampleResult(
  source: string,
  variables: Readonly<Record<string, Json>>,
  now: string,
): SampleResult | undefined {
  let compiled: ReturnType<typeof compileBounded>;
  try {
    compiled = compileBounded(source);
  } catch {
    return undefined;
  }
  const names = compiled.variables;
  const result = compiled.evaluate({ variables, now });
  if (!result.ok) return { names, ok: false, text: result.message };
  return { names, ok: true, text: (JSON.stringify(result.value) ?? 'null').slice(0, MOST) };
}
