import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rendered } from '@/lib/elements/ai-call/rendered';
import { located } from './evidence';
import { quoteViolations } from './quotes';
import { violationText } from './validate';

const prompt = rendered([
  { literal: 'Read the total of this invoice. Total: ' },
  { value: '12.50 EUR,\n  due in May' },
  { literal: '. Answer in English. Note: ' },
  { value: 'the invoice is late' },
]);
const source = { text: prompt.text, inputs: prompt.inputs };
const wrong = (...quotes: string[]) =>
  quoteViolations(
    quotes.map((quote) => ({ quote })),
    source,
  ).map(violationText);

describe('quotes that an answer must rest on', () => {
  it.each([
    ['a value', '12.50 EUR'],
    ['with other white space', ' 12.50   EUR, due in  May '],
    ['a value with its label', 'Total: 12.50 EUR'],
    ['words that the prompt says too, of a value', 'the invoice'],
  ])('may be %s', (_what, quote) => {
    expect(wrong(quote)).toEqual([]);
  });

  it.each([
    ['of the prompt’s own words', 'Answer in English'],
    ['in other words', '12,50 EUR'],
    ['in other letters', 'Due in May'],
    ['put together from two places', '12.50 EUR the invoice is late'],
    ['of signs alone', ': '],
  ])('may not be %s', (_what, quote) => {
    expect(wrong('12.50 EUR', quote)).toEqual([
      `evidence quotes “${quote}”, which does not stand in the input word for word.`,
    ]);
  });

  it('must be there', () => {
    const missing = ['evidence has no quote: give at least one that shows what the answer rests on.'];
    expect(wrong()).toEqual(missing);
    expect(wrong('  ')).toEqual(missing);
  });

  it('are found at the value where the prompt says the same before', () => {
    const [found] = located([{ quote: 'the invoice' }], prompt.text, prompt.inputs);
    expect(found?.start).toBe(prompt.text.lastIndexOf('the invoice'));
  });
});

const word = fc.stringMatching(/^[\p{L}\p{N}.,()*+?[\]]{1,8}$/u);
const text = fc.array(word, { minLength: 1, maxLength: 30 });
const space = fc.constantFrom(' ', '  ', '\n', '\t ', '\u00a0');

it('any words of a value, in any white space, are a quote; what is kept stands in the input as it is', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), space, space, (words, a, b, given, quoted) => {
      const [from, to] = [a % words.length, b % words.length].sort((x, y) => x - y) as [number, number];
      const part = words.slice(from, to + 1);
      fc.pre(/[\p{L}\p{N}]/u.test(part.join('')));
      const filled = rendered([{ literal: 'Read: ' }, { value: words.join(given) }]);
      const [found] = located([{ quote: part.join(quoted) }], filled.text, filled.inputs);
      expect(found?.start).toBeGreaterThanOrEqual(0);
      expect(filled.text.slice(found!.start!, found!.end!)).toBe(found!.quote);
      expect(found!.quote.split(/\s+/)).toEqual(part.join(quoted).trim().split(/\s+/));
    }),
  );
});

it('spans are where the values stand', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.record({ literal: fc.string() }), fc.record({ value: fc.string() }))),
      (parts) => {
        const { text: whole, inputs } = rendered(parts);
        const values = parts.flatMap((part) => ('value' in part && part.value ? [part.value] : []));
        expect(inputs.map(([start, end]) => whole.slice(start, end))).toEqual(values);
      },
    ),
  );
});
