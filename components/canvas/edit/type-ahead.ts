/** Letters typed further apart than this (ms) begin a new word. */
export const WORD_MS = 700;

export interface Typed {
  text: string;
  /** When the last letter came, in ms. */
  at: number;
}

/**
 * What has been typed so far when a key is pressed; nothing when the key is no part of a word. J and K walk, so they
 * count as letters only inside a word.
 */
export function typedWith(before: Typed, key: string, at: number): Typed | undefined {
  const going = before.text !== '' && at - before.at < WORD_MS;
  if (!/^[\p{L}\p{N} ]$/u.test(key)) return undefined;
  if (!going && /^[jk ]$/i.test(key)) return undefined;
  return { text: (going ? before.text : '') + key.toLowerCase(), at };
}

/** The first candidate from a place on whose name begins with the typed text; it begins again after the last. */
export function startingWith<T>(
  list: readonly T[],
  from: number,
  text: string,
  name: (of: T) => string,
): T | undefined {
  const turned = [...list.slice(from), ...list.slice(0, from)];
  return turned.find((each) => name(each).toLowerCase().startsWith(text));
}
