import type { Span } from '@/lib/elements/ai-call/rendered';
import type { EvidenceQuote } from '../types';

const MAX_QUOTES = 40;
const MAX_LENGTH = 500;

/** A quote as a model gives it. */
export interface Quote {
  quote: string;
  field?: string;
}

/** Where a quote stands in a text; white space may differ, words and case may not. */
function locate(quote: string, text: string, inputs: readonly Span[] | undefined) {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  if (inputs) return places(words, text).find((place) => takesIn(place, text, inputs));
  const exact = text.indexOf(quote.trim());
  return exact >= 0 ? { start: exact, end: exact + quote.trim().length } : places(words, text)[0];
}

function places(words: readonly string[], text: string): { start: number; end: number }[] {
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** Whether a place has a letter or digit of a value that was given: labels around it may be quoted, they alone may not. */
const takesIn = ({ start, end }: { start: number; end: number }, text: string, inputs: readonly Span[]) =>
  inputs.some(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(Math.max(start, from), Math.min(end, to))));

/**
 * Quotes with their places in the input. One that isn't found keeps its words and gets no place: it proves nothing.
 * @param inputs where in the input the given values stand; then only what takes in some of them is found
 */
export function located(quotes: readonly Quote[], input: string, inputs?: readonly Span[]): EvidenceQuote[] {
  return quotes
    .filter(({ quote }) => quote.trim() !== '')
    .slice(0, MAX_QUOTES)
    .map(({ quote, field }) => {
      const clean = quote.slice(0, MAX_LENGTH);
      const place = locate(clean, input, inputs);
      return {
        quote: place ? input.slice(place.start, place.end) : clean,
        ...(field ? { field: field.replace(/^\/?(?:value[./])?/, '').slice(0, 200) } : {}),
        ...place,
      };
    });
}
