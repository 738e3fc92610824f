import { expect, it } from 'vitest';
import { fitted, showing, zoomedAt } from './use-viewport';

const size = { width: 800, height: 600 };

it('fits everything into the middle, never above 100 %', () => {
  expect(fitted({ x: 100, y: 50, width: 200, height: 100 }, size)).toEqual({ zoom: 1, x: 200, y: 200 });
  const wide = fitted({ x: 0, y: 0, width: 7040, height: 10 }, size);
  expect(wide.zoom).toBeCloseTo(0.1);
  expect(wide.x).toBeCloseTo(48);
});

it('leaves less air where there is little room, as in half a phone', () => {
  const half = { width: 390, height: 170 };
  expect(fitted({ x: 0, y: 0, width: 300, height: 340 }, half).zoom).toBeCloseTo((170 - 34) / 340);
});

it('zooms around the pointer and within limits', () => {
  const view = zoomedAt({ x: 10, y: 20, zoom: 1 }, 2, { x: 110, y: 120 });
  expect(view).toEqual({ zoom: 2, x: -90, y: -80 });
  expect(zoomedAt(view, 100, { x: 0, y: 0 }).zoom).toBe(3);
});

it('moves as little as brings a box into sight', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  expect(showing(view, { x: 100, y: 100, width: 100, height: 80 }, size)).toEqual(view);
  expect(showing(view, { x: 900, y: 100, width: 100, height: 80 }, size)).toEqual({ ...view, x: -248 });
  expect(showing(view, { x: -50, y: 100, width: 100, height: 80 }, size)).toEqual({ ...view, x: 98 });
});
