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

it('stands at the lower border of a narrow canvas, unless the element is there', () => {
  const border = (y: number, height = 80) =>
    padBorder({ x: 100, y, width: 100, height }, { height: 70 }, { height: 600 });
  expect(border(100)).toBe('bottom');
  expect(border(600 - 48 - 70 - 8 - 80)).toBe('bottom');
  expect(border(600 - 48 - 70 - 8 - 79)).toBe('top');
  expect(border(700)).toBe('bottom');
});
