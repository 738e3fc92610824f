import type { EvidenceQuote } from '../types';

const MAX_QUOTES = 40;
const MAX_LENGTH = 500;

/** Where a quote stands in a text; white space may differ, words and case may not. */
function locate(quote: string, text: string): { start: number; end: number } | undefined {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const exact = text.indexOf(quote.trim());
  if (exact >= 0) return { start: exact, end: exact + quote.trim().length };
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const match = new RegExp(pattern).exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

/** Quotes with their places in the input. One that isn't found keeps its words and gets no place: it proves nothing. */
export function located(
  quotes: readonly { quote: string; field?: string }[],
  input: string,
): EvidenceQuote[] {
  return quotes
    .filter(({ quote }) => quote.trim() !== '')
    .slice(0, MAX_QUOTES)
    .map(({ quote, field }) => {
      const clean = quote.slice(0, MAX_LENGTH);
      const place = locate(clean, input);
      return {
        quote: place ? input.slice(place.start, place.end) : clean,
        ...(field ? { field: field.replace(/^\/?(?:value[./])?/, '').slice(0, 200) } : {}),
        ...place,
      };
    });
}
