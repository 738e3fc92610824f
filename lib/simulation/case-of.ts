import type { JsonObject } from '@/engine/core/json';
import type { ProcessDocument } from '@/lib/document';
import { perform } from './perform';
import { reach } from './reach';
import { scenarioOf } from './scenario-of';
import type { Refused, Scenario } from './types';

export interface CaseInput {
  elementId: string;
  name: string;
  /** What the process is started with. */
  variables: JsonObject;
  /** What the step answers. */
  result: JsonObject;
}

/**
 * An answer of a step as a scenario: the shortest way to the step, everything on it answered in the simplest way, then
 * this answer, and where the process is after it. Refuses in words when the step isn't reached.
 */
export function caseOf(
  document: ProcessDocument,
  { elementId, name, variables, result }: CaseInput,
): { ok: true; scenario: Scenario } | Refused {
  const there = reach(document, elementId, variables);
  if (!there.ok) return there;
  const moved = perform(there.session, { at: elementId, result });
  return moved.ok ? { ok: true, scenario: scenarioOf(moved.session, name, []) } : moved;
}
