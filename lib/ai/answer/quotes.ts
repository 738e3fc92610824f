import type { Span } from '@/lib/elements/ai-call/rendered';
import { located, type Quote } from './evidence';
import type { Violation } from './validate';

/** What an answer's quotes must come from. */
export interface QuoteSource {
  text: string;
  /** Where in it the given values stand; absent: all of it was given. */
  inputs?: readonly Span[];
}

const SHOWN = 60;

/** What is wrong with the quotes of an answer that must rest on its input. */
export function quoteViolations(quotes: readonly Quote[], { text, inputs }: QuoteSource): Violation[] {
  const found = located(quotes, text, inputs);
  if (found.length === 0)
    return [
      { path: 'evidence', message: 'has no quote: give at least one that shows what the answer rests on' },
    ];
  return found
    .filter(({ start }) => start === undefined)
    .map(({ quote }) => ({
      path: 'evidence',
      message: `quotes “${quote.slice(0, SHOWN)}${quote.length > SHOWN ? '…' : ''}”, which does not stand in the input word for word`,
    }));
}
