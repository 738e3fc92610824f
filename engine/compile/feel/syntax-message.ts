import { childrenOf, type SyntaxNode } from './tree';
import type { FeelSyntaxError } from './types';

/** Habits from other languages: the text at the error, what to write instead. */
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/^[$#]\{/, 'This is written in another expression language; its conditions must be translated.'],
  [/^&&?/, 'Write “and” instead of &&.'],
  [/^\|\|?/, 'Write “or” instead of ||.'],
  [/^!(?!=)/, 'Write not(…) instead of !.'],
  [/^'/, 'Texts are written in "double quotation marks".'],
  [/^[;]/, 'FEEL has no semicolons: an expression is one value.'],
  [/^%/, 'FEEL has no % operator; write modulo(a, b).'],
];

/** The first error node of a tree as a sentence a person without programming practice understands. */
export function describeSyntaxError(source: string, error: SyntaxNode): FeelSyntaxError {
  const from = skipBlank(source, error.from);
  const foreign = foreignHabit(source, from);
  if (foreign) return foreign;
  if (oddQuotes(source.slice(0, Math.max(error.to, from + 1)))) {
    const open = source.lastIndexOf('"', Math.max(error.to, from));
    return problem('A text starts here, but its closing quotation mark is missing.', open, source.length);
  }
  if (from >= source.length) return describeEnd(source);
  const word = /^(?:[\p{L}\p{N}_]+|.)/u.exec(source.slice(from))?.[0] ?? source.charAt(from);
  return problem(`“${word}” is not expected here.`, from, from + word.length);
}

/**
 * The parser reads `a == b` as a comparison with the test `= b`, which nobody means; here it is an error of the text.
 */
export function describeDoubledOperator(source: string, comparison: SyntaxNode): FeelSyntaxError | undefined {
  const [, first, second] = childrenOf(comparison);
  const operator = second?.firstChild;
  if (first?.name !== 'CompareOp' || second?.name !== 'SimplePositiveUnaryTest') return undefined;
  if (operator?.name !== 'CompareOp') return undefined;
  const doubled = source.slice(first.from, operator.to).startsWith('==');
  const text = source.slice(operator.from, operator.to);
  const message = doubled
    ? 'FEEL compares with a single =.'
    : `“${text}” is not expected after another comparison.`;
  return problem(message, first.from, operator.to);
}

function describeEnd(source: string): FeelSyntaxError {
  const end = source.trimEnd().length;
  const open = unclosedBracket(source);
  if (open !== undefined && !/[-+*/=<>,]$/.test(source.trimEnd())) {
    return problem(`The “${source.charAt(open)}” here is never closed.`, open, open + 1);
  }
  const last = /(?:[\p{L}\p{N}_]+|\S)$/u.exec(source.slice(0, end))?.[0] ?? '';
  return problem(`Something is missing after “${last}”.`, end - last.length, end);
}

function foreignHabit(source: string, at: number): FeelSyntaxError | undefined {
  // a second = or & is where the parser stops; the habit begins one character earlier
  for (const start of [at - 1, at]) {
    if (start < 0) continue;
    const rest = source.slice(start);
    for (const [pattern, message] of FOREIGN) {
      const match = pattern.exec(rest);
      if (match && start + match[0].length > at) return problem(message, start, start + match[0].length);
    }
  }
  return undefined;
}

function unclosedBracket(source: string): number | undefined {
  const open: number[] = [];
  const text = source.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => ' '.repeat(quoted.length));
  for (let index = 0; index < text.length; index += 1) {
    if ('([{'.includes(text.charAt(index))) open.push(index);
    else if (')]}'.includes(text.charAt(index))) open.pop();
  }
  return open.at(-1);
}

function oddQuotes(text: string): boolean {
  return (text.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1;
}

function skipBlank(source: string, from: number): number {
  const blank = /^\s*/.exec(source.slice(from))?.[0].length ?? 0;
  return from + blank;
}

function problem(message: string, from: number, to: number): FeelSyntaxError {
  return { ok: false, message, from, to };
}
