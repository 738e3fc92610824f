import { describe, expect, it } from 'vitest';
import { isOrthogonal } from '@/lib/editing/router';
import { dragBend, dragSegment } from './bend';

const stairs = [
  { x: 0, y: 0 },
  { x: 50, y: 0 },
  { x: 50, y: 100 },
  { x: 120, y: 100 },
];

describe('dragging a segment', () => {
  it('moves a middle segment across its direction', () => {
    expect(dragSegment(stairs, 1, { x: 80, y: 7 })).toEqual([
      { x: 0, y: 0 },
      { x: 80, y: 0 },
      { x: 80, y: 100 },
      { x: 120, y: 100 },
    ]);
  });

  it('keeps both docked ends when a straight line is pulled aside', () => {
    const line = dragSegment(
      [
        { x: 0, y: 0 },
        { x: 120, y: 0 },
      ],
      0,
      { x: 60, y: -40 },
    );
    expect(line[0]).toEqual({ x: 0, y: 0 });
    expect(line.at(-1)).toEqual({ x: 120, y: 0 });
    expect(line).toHaveLength(6);
    expect(isOrthogonal(line)).toBe(true);
  });
});

describe('dragging a bend', () => {
  it('keeps to the line of a docked neighbour and stays square', () => {
    const line = dragBend(stairs, 1, { x: 70, y: 30 });
    expect(line).toEqual([
      { x: 0, y: 0 },
      { x: 70, y: 0 },
      { x: 70, y: 100 },
      { x: 120, y: 100 },
    ]);
  });
});
