import { FEEL_LIMITS } from './limits';

const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*"?|`[^`]*`?|[\p{L}\p{N}_]+|\S/gu;

/**
 * Refuses by a glance at the text what would take the parser long: its name tracking is quadratic in nested and wide
 * contexts, so that eight kilobytes of `{a:{a:{a:` cost more than a second.
 * @returns what is too much, or undefined
 */
export function oversize(source: string): string | undefined {
  if (source.length > FEEL_LIMITS.sourceLength) return `more than ${FEEL_LIMITS.sourceLength} characters`;
  let tokens = 0;
  let depth = 0;
  for (const [token] of source.matchAll(TOKEN)) {
    tokens += 1;
    if (tokens > FEEL_LIMITS.tokens) return `more than ${FEEL_LIMITS.tokens} parts`;
    if (token === '(' || token === '[' || token === '{') depth += 1;
    else if (token === ')' || token === ']' || token === '}') depth -= 1;
    if (depth > FEEL_LIMITS.brackets) return `brackets nested more than ${FEEL_LIMITS.brackets} levels`;
  }
  return undefined;
}
