/** The kinds of JUEL tokens; a string token's text is its value without quotes and escapes. */
export type JuelToken = {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  readonly text: string;
};

const TOKEN =
  /\s*(?:(?<name>[\p{L}_$][\p{L}\p{N}_$]*)|(?<number>\d+(?:\.\d+)?)|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>&&|\|\||[=!<>]=|[!<>().[\],+*/%?:-]))/uy;

/**
 * Splits the inside of a `${…}` expression (Jakarta Expression Language, 2.2 and later).
 * @returns the tokens with a last one of kind `end`, or the text that is no token
 */
export function juelTokens(source: string): readonly JuelToken[] | string {
  const tokens: JuelToken[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match?.groups) return source.slice(at).trim().charAt(0);
    tokens.push(tokenOf(match.groups));
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function tokenOf({ name, number, string, sign }: Record<string, string | undefined>): JuelToken {
  if (name !== undefined) return { kind: 'name', text: name };
  if (number !== undefined) return { kind: 'number', text: number };
  if (string !== undefined) return { kind: 'string', text: string.slice(1, -1).replace(/\\(.)/g, '$1') };
  return { kind: 'sign', text: sign ?? '' };
}
