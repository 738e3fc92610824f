import { expect, it } from 'vitest';
import { liesWell } from './lies-well';

const canvas = { x: 100, y: 50, width: 800, height: 600 };
const at = (x: number, y: number, isOpen = true) =>
  liesWell({ x, y, width: 100, height: 80 }, canvas, () => isOpen);

it('leaves the view alone for what can be seen and worked on where it is', () => {
  expect(at(124, 74)).toBe(true);
  expect(at(900 - 100 - 110, 650 - 80 - 40)).toBe(true);
});

it('moves for what is at the border, where its label or its pad would be cut', () => {
  expect([at(123, 74), at(124, 73), at(691, 74), at(124, 531)]).toEqual([false, false, false, false]);
});

it('moves for what lies under a panel', () => {
  expect(at(400, 300, false)).toBe(false);
});
