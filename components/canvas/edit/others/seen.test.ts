import { expect, it } from 'vitest';
import { viewOn, viewportShowing } from './seen';

const size = { width: 1000, height: 500 };

it('says what a canvas shows of the drawing', () => {
  expect(viewOn({ x: -100, y: 50, zoom: 2 }, size)).toEqual({ x: 50, y: -25, width: 500, height: 250 });
  expect(viewOn({ x: -1, y: 0, zoom: 3 }, size)).toEqual({ x: 0.3, y: 0, width: 333.3, height: 166.7 });
});

it('shows the same on a canvas of the same size', () => {
  const viewport = { x: -120, y: 40, zoom: 0.8 };
  expect(viewportShowing(viewOn(viewport, size), size)).toEqual(viewport);
});

it('shows all of it, in the middle, on a canvas of another size', () => {
  const small = { width: 500, height: 500 };
  const viewport = viewportShowing({ x: 100, y: 100, width: 1000, height: 500 }, small);
  expect(viewport.zoom).toBe(0.5);
  expect(viewOn(viewport, small)).toEqual({ x: 100, y: -150, width: 1000, height: 1000 });
});

it('keeps to the zooms there are', () => {
  expect(viewportShowing({ x: 0, y: 0, width: 1, height: 1 }, size).zoom).toBe(4);
  expect(viewportShowing({ x: 0, y: 0, width: 1e6, height: 1e6 }, size).zoom).toBe(0.1);
});
