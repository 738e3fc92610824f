/** From where to where in a text, in UTF-16 units; the end is not in it. */
export type Span = readonly [start: number, end: number];

/** A prompt with its values filled in. */
export interface Rendered {
  text: string;
  /** Where the values stand, in order: what the prompt was given, as opposed to what it says itself. */
  inputs: Span[];
}

/** Joins the literal parts of a template with the values of the others. */
export function rendered(parts: readonly ({ literal: string } | { value: string })[]): Rendered {
  let text = '';
  const inputs: Span[] = [];
  for (const part of parts) {
    const start = text.length;
    text += 'literal' in part ? part.literal : part.value;
    if ('value' in part && text.length > start) inputs.push([start, text.length]);
  }
  return { text, inputs };
}
