import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textDifference } from './text-difference';

it('finds the words between', () => {
  expect(textDifference('Read the invoice well.', 'Read the whole invoice well.')).toEqual({
    start: 'Read the ',
    before: '',
    after: 'whole ',
    end: 'invoice well.',
  });
});

it('puts both texts together again', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'cc ')).map((list) => list.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, before: old, after: now, end } = textDifference(before, after);
      expect([start + old + end, start + now + end]).toEqual([before, after]);
    }),
  );
});
