import { describe, expect, it } from 'vitest';
import type { SharedField } from '@/lib/elements/many/fields';
import { mixedHint, numberToSet, textToSet } from './mixed';

const field = (values: readonly unknown[]): SharedField => ({
  key: 'own.it',
  part: 'own',
  shape: { as: 'text' },
  words: { label: 'It' },
  values,
  mixed: values.length > 1,
  value: values.length > 1 ? undefined : values[0],
});
const number = { as: 'number', whole: true, mayBeEmpty: false } as const;

describe('typing into a field of several elements', () => {
  it('changes nothing when nothing is typed and they differ', () => {
    expect(textToSet(field(['a', 'b']), '')).toBeNull();
    expect(textToSet(field(['a', 'b']), '  ')).toBeNull();
    expect(numberToSet(field([1, 2]), { ...number, mayBeEmpty: true }, undefined)).toBeNull();
  });

  it('changes nothing when it is what they have', () => {
    expect(textToSet(field(['a']), 'a')).toBeNull();
    expect(numberToSet(field([3]), number, 3)).toBeNull();
  });

  it('empties a field that they share, where it may be empty', () => {
    expect(textToSet(field(['a']), '')).toEqual({ value: '' });
    expect(numberToSet(field([3]), number, undefined)).toBeNull();
    expect(numberToSet(field([3]), { ...number, mayBeEmpty: true, empty: null }, undefined)).toEqual({
      value: null,
    });
  });

  it('changes all to what is typed, whole where it is counted', () => {
    expect(textToSet(field(['a', 'b']), 'a')).toEqual({ value: 'a' });
    expect(numberToSet(field([1, 2]), number, 2.4)).toEqual({ value: 2 });
  });

  it('tells in what they differ, in short', () => {
    expect(mixedHint(field(['', 'finance']))).toBe('Now: empty, finance');
    expect(mixedHint(field([1, 2, 3, 4, 5]))).toBe('Now: 1, 2, 3 and 2 more');
    expect(mixedHint(field(['x'.repeat(40), 'y']))).toBe(`Now: ${'x'.repeat(23)}…, y`);
  });
});
