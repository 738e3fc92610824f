import type { FeelErrorCode, FeelResult } from './types';

/** What a condition decides, or why it does not. */
export type ConditionResult =
  | { readonly ok: true; readonly value: boolean }
  | {
      readonly ok: false;
      readonly code: FeelErrorCode;
      readonly message: string;
      readonly variable?: string;
    };

/**
 * Reads an evaluation as a condition: exactly true or false, anything else is an error that names the source.
 *
 * A variable that does not exist is an error even where FEEL arrives at a boolean, because `status = "ok"` is
 * false in FEEL when `status` was never set and a typing error would silently take the default flow. Variables
 * that the expression itself tests for null are not in `missing` and so may be absent.
 */
export function evaluateCondition(result: FeelResult, source: string): ConditionResult {
  const shown = source.length > 200 ? `${source.slice(0, 200)}…` : source;
  const variables = result.missing.filter((name) => !name.includes('.'));
  if (!result.ok) {
    return {
      ok: false,
      code: result.code,
      message: `The condition “${shown}” failed: ${result.message}`,
      ...named(result.variable),
    };
  }
  const absent = typeof result.value === 'boolean' ? variables : result.missing;
  if (absent.length > 0) {
    const names = absent.map((name) => `“${name}”`).join(', ');
    const message = `The condition “${shown}” cannot be decided: ${names} ${absent.length > 1 ? 'have' : 'has'} no value.`;
    return { ok: false, code: 'missing-variable', message, ...named(absent[0]) };
  }
  if (typeof result.value === 'boolean') return { ok: true, value: result.value };
  const message = `The condition “${shown}” must give true or false, but gave ${describe(result.value)}.`;
  return { ok: false, code: 'type', message };
}

function named(variable: string | undefined): { variable?: string } {
  return variable === undefined ? {} : { variable };
}

function describe(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}
