import type { Json } from '@/engine/core/json';
import type { Outcome } from '@/lib/elements/approval/config';

/**
 * The outcome an AI answer names: the answer itself, or the first of its members, that is an outcome's id. Null
 * when it suggests none of them.
 */
export function suggestedOutcome(value: Json | undefined, outcomes: readonly Outcome[]): Outcome | null {
  const named = (text: Json | undefined) => outcomes.find(({ id }) => id === text) ?? null;
  if (typeof value === 'string') return named(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  for (const member of Object.values(value)) {
    const outcome = named(member);
    if (outcome) return outcome;
  }
  return null;
}
