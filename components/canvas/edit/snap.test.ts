import { expect, it } from 'vitest';
import { snapTo } from './snap';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 80 });

it('draws a shape to the centre line of another one and names the line', () => {
  const { delta, guides } = snapTo(box(4, 303), [box(0, 0)], 1);
  expect(delta).toEqual({ x: -4, y: -3 });
  expect(guides.map(({ axis, at }) => [axis, at])).toEqual([['x', 50]]);
});

it('falls back to the grid, and reaches less far in the diagram when zoomed in', () => {
  expect(snapTo(box(206, 303), [box(0, 0)], 1)).toEqual({ delta: { x: 4, y: -3 }, guides: [] });
  expect(snapTo(box(4, 300), [box(0, 0)], 2).guides).toEqual([]);
});
