import { Abandon, fail } from './abandon';
import type { Json, JsonObject } from './json';
import type { ExecutableNode, Expression } from './model';
import { alive, nodeOf, type Run } from './run';
import type { Phase } from './state';
import { visibleVariables } from './visible-variables';

export interface Evaluation {
  key: number;
  phase: Phase;
  /** Names the use: "The assignee". */
  what: string;
  /** Seen before the visible variables. */
  locals?: JsonObject;
}

/** How people know an element: its name, else its id. */
export const label = (node: ExecutableNode): string => `“${node.name || node.id}”`;

/** The value of an expression; abandons the phase when it fails or needs an answer from outside. */
export function evaluate(run: Run, expression: Expression, evaluation: Evaluation): Json {
  return read(run, expression, evaluation).value;
}

/** True or false; anything else abandons the phase with an incident that names the missing variable. */
export function evaluateCondition(run: Run, expression: Expression, evaluation: Evaluation): boolean {
  const { value, missing } = read(run, expression, evaluation);
  if (typeof value === 'boolean') return value;
  const where = place(run, expression, evaluation);
  if (missing.length > 0)
    fail('evaluation', `${where} needs the variable “${missing[0]}”, which does not exist.`);
  return fail('evaluation', `${where} is neither true nor false but ${JSON.stringify(value)?.slice(0, 80)}.`);
}

/** Asks for every missing answer at once, so that one round trip is enough. */
export function requireAnswers(run: Run, expressions: readonly Expression[], evaluation: Evaluation): void {
  const answers = answersOf(run, evaluation);
  const sources = expressions
    .filter((expression) => expression.mode === 'unbounded' && !Object.hasOwn(answers, expression.source))
    .map((expression) => expression.source);
  if (sources.length > 0) throw new Abandon(needs([...new Set(sources)], evaluation.locals));
}

function read(
  run: Run,
  expression: Expression,
  evaluation: Evaluation,
): { value: Json; missing: readonly string[] } {
  if (expression.mode === 'static') return { value: expression.value, missing: [] };
  if (expression.mode === 'unbounded') {
    const answers = answersOf(run, evaluation);
    if (!Object.hasOwn(answers, expression.source))
      throw new Abandon(needs([expression.source], evaluation.locals));
    return { value: answers[expression.source] ?? null, missing: [] };
  }
  const seen = visibleVariables(run.state, evaluation.key);
  const variables = evaluation.locals ? { ...seen, ...evaluation.locals } : seen;
  const result = expression.evaluate({ variables, now: run.now });
  if (result.ok) return result;
  return fail('evaluation', `${place(run, expression, evaluation)} failed: ${result.message}`);
}

function answersOf(run: Run, { key, phase }: Evaluation): { [source: string]: Json } {
  const activation = alive(run, key);
  return activation.phase === phase ? (activation.answers ?? {}) : {};
}

function needs(sources: readonly string[], locals: JsonObject | undefined) {
  const asked = { kind: 'needs-answers' as const, sources };
  return locals && Object.keys(locals).length > 0 ? { ...asked, locals } : asked;
}

function place(run: Run, expression: Expression, { key, what }: Evaluation): string {
  const source = expression.source.replace(/^=?\s*/, '');
  const shown = source.length > 200 ? `${source.slice(0, 200)}…` : source;
  return `${what} “${shown}” of ${label(nodeOf(run, alive(run, key).elementId))}`;
}
