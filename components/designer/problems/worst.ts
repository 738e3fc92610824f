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

export interface Findings {
  /** What must be repaired, and what probably should be. */
  problems: readonly Problem[];
  /** What may be meant as it is: shown to who asks, counted apart, marked on no element. */
  remarks: readonly Problem[];
  worst: ReadonlyMap<ElementId, Level>;
  errors: number;
}

/** What a check found, by how much it matters. */
export function findingsOf(checked: readonly Problem[]): Findings {
  const problems = checked.filter(({ severity }) => severity !== 'info');
  const remarks = checked.filter(({ severity }) => severity === 'info');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { problems, remarks, worst: worstOf(problems), errors };
}

/** The former problems when the new ones are the same, so that neither the list nor a badge is drawn again. */
export function keptIfSame(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const same =
    before.length === after.length &&
    before.every((problem, index) => JSON.stringify(problem) === JSON.stringify(after[index]));
  return same ? before : after;
}
