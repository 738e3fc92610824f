import { describe, expect, it } from 'vitest';
import { snapMove } from './snapping';

const box = (x: number, y: number, width = 100, height = 80) => ({ x, y, width, height });

describe('a moved shape is drawn', () => {
  it.each([
    ['to the middle of another', box(303, 96), [box(0, 100)], 1, { x: 7 - 10, y: 4 }],
    ['to an edge of another', box(96, 303), [box(100, 100, 40, 40)], 1, { x: 4, y: -3 }],
    ['to the grid where nothing is near', box(503, 502), [box(0, 0)], 1, { x: -3, y: -2 }],
    ['less far when zoomed in', box(504, 106), [box(0, 100)], 2, { x: -4, y: 4 }],
    ['to equal gaps between two', box(204, 0), [box(0, 0), box(400, 0)], 1, { x: -4, y: 0 }],
    ['to the gap before its neighbour', box(303, 0), [box(0, 0), box(150, 0)], 1, { x: -3, y: 0 }],
    ['to the gap after its neighbour', box(-147, 0), [box(0, 0), box(150, 0)], 1, { x: -3, y: 0 }],
  ] as const)('%s', (_name, moving, others, zoom, delta) => {
    expect(snapMove(moving, others, zoom).delta).toEqual(delta);
  });
});

it('keeps to another grid, or to whole units', () => {
  expect(snapMove(box(503, 502), [box(0, 0)], 1, 1).delta).toEqual({ x: 0, y: 0 });
  expect(snapMove(box(503, 502), [box(0, 0)], 1, 50).delta).toEqual({ x: -3, y: 8 });
});

describe('the guides', () => {
  it('show the line two shapes lie on, from one end to the other', () => {
    const { guides } = snapMove(box(300, 98), [box(0, 100)]);
    expect(guides).toContainEqual({ kind: 'line', axis: 'y', at: 140, from: 0, to: 400 });
  });
  it('show gaps that are equal, and where', () => {
    const { guides } = snapMove(box(203, 0), [box(0, 0), box(400, 0)]);
    const gaps = [
      { start: 100, end: 200, across: 40 },
      { start: 300, end: 400, across: 40 },
    ];
    expect(guides).toContainEqual({ kind: 'gap', axis: 'x', size: 100, gaps });
  });
  it('say nothing of the grid', () => {
    expect(snapMove(box(503, 502), [box(0, 0)]).guides).toEqual([]);
  });
});
