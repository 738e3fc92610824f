import type { Problem, Severity } from './problem';

/** A rule that says, of the same element, what another says more exactly. */
interface Echo {
  code: string;
  /** Only where it is about this constraint. */
  constraint?: string;
  of: readonly string[];
}

const ECHOES: readonly Echo[] = [
  { code: 'executable-details', constraint: 'EXT.011', of: ['escalation-code'] },
  { code: 'executable-details', constraint: 'EXT.053', of: ['script-language'] },
  { code: 'executable-details', constraint: 'EXT.123', of: ['condition'] },
  { code: 'executable-details', constraint: 'EXT.127', of: ['message-name'] },
  { code: 'superfluous-gateway', of: ['event-gateway'] },
  { code: 'implicit-join', of: ['lack-of-synchronisation'] },
  { code: 'missing-end', of: ['end-reachable'] },
  { code: 'dead-element', of: ['cancel-event', 'event-trigger'] },
  { code: 'event-trigger', of: ['event-sub-process'] },
  { code: 'not-executable', of: ['choreography'] },
];

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * What the compiler and the rules found, each cause once. Where both name the same thing under one code, the rule
 * speaks: the compiler refuses for itself what nobody has looked at before, and its words are for that case. What is
 * left out leaves its severity and its constraints to what stays.
 */
export function eachCauseOnce(compiled: readonly Problem[], linted: readonly Problem[]): Problem[] {
  const kept = new Map<string, Problem[]>();
  const at = (id: string) => kept.get(id) ?? kept.set(id, []).get(id)!;
  const byRules = new Set(linted);
  for (const problem of linted) at(problem.elementId).push(problem);
  for (const problem of compiled) {
    const here = at(problem.elementId);
    // several of the compiler's about one element are no repetitions of each other
    const alike = here.filter((other) => byRules.has(other) && isSame(other, problem));
    const same = here.indexOf(alike.find(({ severity }) => severity === problem.severity) ?? alike[0]!);
    const rule = here[same];
    if (!rule) here.push(problem);
    else {
      here[same] = absorbed(rule, problem);
      byRules.add(here[same]);
    }
  }
  return [...kept.values()].flatMap(withoutEchoes);
}

const isSame = (one: Problem, other: Problem): boolean =>
  one.code === other.code &&
  (one.field === undefined || other.field === undefined || one.field === other.field);

function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const stay = problems.filter((problem) => !speakerOf(problem, problems));
  return stay.map((problem) =>
    problems
      .filter((other) => speakerOf(other, problems) === problem)
      .reduce((speaker, echo) => absorbed(speaker, echo), problem),
  );
}

/** What says more exactly what a problem says. */
function speakerOf(problem: Problem, others: readonly Problem[]): Problem | undefined {
  const of = ECHOES.filter(
    ({ code, constraint }) =>
      code === problem.code && (constraint === undefined || problem.constraints?.includes(constraint)),
  ).flatMap((echo) => echo.of);
  return others.find(({ code }) => of.includes(code));
}

function absorbed(problem: Problem, other: Problem): Problem {
  const severity = RANK[other.severity] < RANK[problem.severity] ? other.severity : problem.severity;
  const constraints = [...new Set([...(problem.constraints ?? []), ...(other.constraints ?? [])])];
  const field = problem.field ?? other.field;
  return { ...problem, severity, ...(field && { field }), ...(constraints.length > 0 && { constraints }) };
}
