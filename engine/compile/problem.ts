import type { ElementId } from './document';

/** Only errors block publishing. */
export type Severity = 'error' | 'warning' | 'info';

/** Something to repair in a process document, in words for the person who drew it. */
export interface Problem {
  severity: Severity;
  /** Stable, kebab-case: the rule's name, a heading of `docs/problems.md`. */
  code: string;
  /** One or two sentences: what is wrong and what to do. */
  message: string;
  elementId: ElementId;
  /** The property concerned, as the inspector names its fields: `condition`, `userPrompt`, `outcomes[0].label`. */
  field?: string;
  /**
   * The constraints of the standard that it breaks, numbered `EXT.nnn` as in M. Geiger, P. Neugebauer, A. Vorndran,
   * "Automatic Standard Compliance Assessment of BPMN 2.0 Process Models" (BPMNspector).
   */
  constraints?: readonly string[];
}

/** Each problem once: several passes may meet the same one. Errors come first, then by document order. */
export function uniqueProblems(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const unique = problems.filter((problem) => {
    const key = `${problem.code}\n${problem.elementId}\n${problem.field ?? ''}\n${problem.message}`;
    return seen.has(key) ? false : seen.add(key);
  });
  const rank = { error: 0, warning: 1, info: 2 };
  return unique.sort((a, b) => rank[a.severity] - rank[b.severity]);
}
