import type { FeelContext } from '@/engine/compile/feel';
import type { DecisionResult } from './types';

/** A result that also tells which undeclared names the variables do not have. */
export function withMissing(
  result: DecisionResult,
  undeclared: readonly string[],
  { variables }: FeelContext,
): DecisionResult {
  const absent = undeclared.filter((name) => !Object.hasOwn(variables, name));
  return absent.length === 0 ? result : { ...result, missing: [...result.missing, ...absent] };
}
