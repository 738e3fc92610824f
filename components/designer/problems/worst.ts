import type { Problem } from '@/engine/compile/problem';
import type { ElementId } from '@/lib/document';

export type Level = 'error' | 'warning';

/** The badge of each element that has a problem. */
export function worstOf(problems: readonly Problem[]): ReadonlyMap<ElementId, Level> {
  const worst = new Map<ElementId, Level>();
  for (const { elementId, severity } of problems)
    if (severity !== 'info' && worst.get(elementId) !== 'error') worst.set(elementId, severity);
  return worst;
}

/** The former problems when the new ones are the same, so that neither the list nor a badge is drawn again. */
export function keptIfSame(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const same =
    before.length === after.length &&
    before.every((problem, index) => JSON.stringify(problem) === JSON.stringify(after[index]));
  return same ? before : after;
}
