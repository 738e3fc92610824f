import { expect, it } from 'vitest';
import { changesWords, placeWords } from './words';

it('counts changes', () => {
  expect([0, 1, 3].map(changesWords)).toEqual(['0 changes', '1 change', '3 changes']);
});

it('names a place among the changes once one is chosen', () => {
  expect(placeWords(0, 3, 3)).toBe('');
  expect(placeWords(0, 1, 1)).toBe('');
  expect(placeWords(1, 3, 3)).toBe('1 of 3');
  expect(placeWords(0, 5, 3)).toBe('5 with the layout');
  expect(placeWords(4, 5, 3)).toBe('4 of 5');
  expect(placeWords(0, 2, 0)).toBe('2 with the layout');
});
