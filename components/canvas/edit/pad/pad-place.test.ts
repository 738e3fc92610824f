import { expect, it } from 'vitest';
import { padBorder, padPlace } from './pad-place';

const canvas = { width: 900, height: 700 };
const pad = { width: 68, height: 190 };
const place = (x: number, y: number, width = 100, height = 80) =>
  padPlace({ x, y, width, height }, pad, canvas);

it('stands at the right of an element', () => {
  expect(place(300, 200)).toEqual({ offset: 20, down: 0 });
});

it('stands inside a pool that goes to the border of the canvas, or beyond', () => {
  expect(place(60, 100, 820, 400).offset).toBe(900 - 8 - 68 - 880);
  expect(place(60, 100, 2_000, 400).offset + 2_060 + 68).toBe(892);
});

it('stays in view where the top of the element is not', () => {
  expect(place(60, -300, 400, 900).down).toBe(308);
  expect(place(300, 680).down).toBe(700 - 8 - 190 - 680);
});

it('stands at the upper border of a narrow canvas, unless the element is there', () => {
  const border = (y: number) => padBorder({ x: 100, y, width: 100, height: 80 }, { height: 70 });
  expect(border(300)).toBe('top');
  expect(border(86)).toBe('top');
  expect(border(85)).toBe('bottom');
  expect(border(-79)).toBe('bottom');
  expect(border(-80)).toBe('top');
});
