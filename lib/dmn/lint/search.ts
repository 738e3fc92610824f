import type { Column } from './regions';

/** Most combinations of regions that are looked at; a keystroke has no time for more. */
const BUDGET = 5_000;

interface Search {
  /** A region for each column, undefined where any will do. */
  readonly uncovered: readonly (number | undefined)[][];
  /** Rules that are the first to match somewhere. */
  readonly first: ReadonlySet<number>;
  /** Whether everything was looked at. */
  readonly complete: boolean;
}

/**
 * Walks the columns from left to right, with the rules that still may match. Regions that the same rules let pass
 * are walked once, and where no rule is left the columns to the right don't matter.
 */
export function search(columns: readonly Column[], ruleCount: number): Search {
  const uncovered: (number | undefined)[][] = [];
  const first = new Set<number>();
  let left = BUDGET;
  const walk = (
    column: number,
    rules: readonly number[],
    certain: readonly boolean[],
    path: number[],
  ): void => {
    if (left <= 0) return;
    left -= 1;
    const at = columns[column];
    if (rules.length === 0) {
      uncovered.push(columns.map((_, i) => path[i]));
      return;
    }
    if (!at) {
      // a rule that only may match hides none of those below it
      for (const [i, rule] of rules.entries()) {
        first.add(rule);
        if (certain[i]) break;
      }
      return;
    }
    for (const [region, next] of groups(at, rules, certain))
      walk(column + 1, next.rules, next.certain, [...path, region]);
  };
  const all = Array.from({ length: ruleCount }, (_, i) => i);
  walk(
    0,
    all,
    all.map(() => true),
    [],
  );
  return { uncovered, first, complete: left > 0 };
}

interface Group {
  readonly rules: readonly number[];
  readonly certain: readonly boolean[];
}

/** The rules each region leaves, one region for those that leave the same. */
function groups(column: Column, rules: readonly number[], certain: readonly boolean[]): Map<number, Group> {
  const seen = new Set<string>();
  const found = new Map<number, Group>();
  for (const region of column.regions.keys()) {
    const answers = rules.map((rule) => column.passes(rule, region));
    const key = answers.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const kept = rules.flatMap((rule, i) =>
      answers[i] === false ? [] : [{ rule, certain: certain[i] === true && answers[i] === true }],
    );
    found.set(region, { rules: kept.map((each) => each.rule), certain: kept.map((each) => each.certain) });
  }
  return found;
}
