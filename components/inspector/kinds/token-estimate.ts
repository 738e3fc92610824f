/** Letters in a token of the usual models: about four in European languages, about one in Chinese and its neighbours. */
const LETTERS = 4;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** About how many tokens a text is; variables count as written, for their values aren't known yet. */
export function estimateTokens(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  return Math.ceil((text.length - dense) / LETTERS) + dense;
}
