import { describe, expect, it } from 'vitest';
import { roundedPath, TIP, tipPath } from './edge-path';

describe('flows', () => {
  it('round their corners by 5 px', () => {
    const corner = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y: 50 },
    ];
    expect(roundedPath(corner)).toBe('M0 0L45 0Q50 0 50 5L50 50');
  });

  it('round less where a segment is short', () => {
    const tight = [
      { x: 0, y: 0 },
      { x: 4, y: 0 },
      { x: 4, y: 50 },
    ];
    expect(roundedPath(tight)).toBe('M0 0L2 0Q4 0 4 2L4 50');
  });

  it('end in a tip of 9.5 × 8.8 with its point on the shape', () => {
    expect(tipPath({ x: 0, y: 30 }, { x: 110, y: 30 }, TIP)).toBe('M110 30L100.5 34.4L100.5 25.6z');
  });

  it('survive repeated way-points', () => {
    const twice = [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 20, y: 0 },
    ];
    expect(roundedPath(twice)).toBe('M0 0L20 0');
  });
});
