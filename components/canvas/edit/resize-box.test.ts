import { expect, it } from 'vitest';
import { pulled } from './resize-box';

const box = { x: 100, y: 100, width: 200, height: 100 };

it('keeps the opposite corner or side', () => {
  expect(pulled(box, 'se', { x: 350, y: 250 })).toEqual({ x: 100, y: 100, width: 250, height: 150 });
  expect(pulled(box, 'nw', { x: 80, y: 90 })).toEqual({ x: 80, y: 90, width: 220, height: 110 });
  expect(pulled(box, 's', { x: 999, y: 260 })).toEqual({ x: 100, y: 100, width: 200, height: 160 });
  expect(pulled(box, 'w', { x: 60, y: 0 })).toEqual({ x: 60, y: 100, width: 240, height: 100 });
});

it('gets no smaller than can be grabbed again, and doesn’t wander then', () => {
  expect(pulled(box, 'nw', { x: 900, y: 900 })).toEqual({ x: 250, y: 170, width: 50, height: 30 });
});

it('keeps its middle with Ctrl and its proportions with Shift', () => {
  expect(pulled(box, 'e', { x: 320, y: 0 }, { centred: true })).toEqual({ ...box, x: 80, width: 240 });
  expect(pulled(box, 'se', { x: 400, y: 200 }, { proportional: true })).toEqual({
    ...box,
    width: 300,
    height: 150,
  });
});
