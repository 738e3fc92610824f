import { eventSubProcessesOf } from './listen';
import { nodeOf, type Run } from './run';
import type { Activation } from './state';

/** Whether a token of a scope is one of its event sub-processes; what undoes is none of them. */
export const handles = (run: Run, { scopeKey, elementId, undoes }: Activation): boolean =>
  undoes === undefined && eventSubProcessesOf(run, scopeKey).includes(elementId);

/** What is alive in a scope; what only listens is no token. */
export const tokensOf = (run: Run, scopeKey: number): Activation[] =>
  Object.values(run.state.activations).filter(
    (each) => each.scopeKey === scopeKey && each.attachedTo === undefined,
  );

/** Whether a scope's content is done, and only its event sub-processes run still: it is completing. */
export function completes(run: Run, scopeKey: number): boolean {
  const tokens = tokensOf(run, scopeKey);
  return (
    tokens.length > 0 &&
    tokens.every((each) => handles(run, each)) &&
    !run.state.arrivals.some((each) => each.scopeKey === scopeKey)
  );
}

/**
 * Whether an event sub-process of a scope may begin: not after an interrupting one has begun, nor while the scope is
 * completing (BPMN 2.0.2, 13.5.4).
 */
export function reacts(run: Run, scopeKey: number): boolean {
  if (completes(run, scopeKey)) return false;
  return !tokensOf(run, scopeKey).some(
    (each) => handles(run, each) && nodeOf(run, each.elementId).interrupting !== false,
  );
}
