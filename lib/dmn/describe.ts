import type { DmnProblem } from './types';

/** A problem as one sentence that names the place: decision, rule, column. */
export function describeDmnProblem({ decision, rule, column, message }: DmnProblem): string {
  const place = [
    decision === '' ? undefined : `Decision “${decision}”`,
    rule === undefined ? undefined : `rule ${rule}`,
    column === undefined ? undefined : `column “${column}”`,
  ].filter((part) => part !== undefined);
  return place.length === 0 ? message : `${place.join(', ')}: ${message}`;
}
