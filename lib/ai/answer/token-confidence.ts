import type { TokenProbability } from '../providers/logprobs';

/**
 * Geometric mean of the probabilities of those tokens that spell values: tokens inside `"value": …`, letters or digits
 * in them. Punctuation and the rationale are left out, because they are near certain or free. Undefined when the
 * tokens don't spell such an answer.
 */
export function tokenConfidence(tokens: readonly TokenProbability[]): number | undefined {
  const text = tokens.map(({ token }) => token).join('');
  const start = /"value"\s*:/.exec(text);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const to = endOfJson(text, from);
  let at = 0;
  let sum = 0;
  let count = 0;
  for (const { token, logprob } of tokens) {
    const inside = at >= from && at + token.length <= to;
    at += token.length;
    if (!inside || !/[\p{L}\p{N}]/u.test(token)) continue;
    sum += logprob;
    count += 1;
  }
  return count === 0 ? undefined : Math.exp(sum / count);
}

/** Where the JSON value that begins at or after `from` ends. */
function endOfJson(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth <= 0) return at + 1;
  }
  return text.length;
}
