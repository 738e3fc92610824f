import { describe, expect, it } from 'vitest';
import { gridAt, MARGIN } from './grid-at';

/** Diagram units of a dot: the first of the layer, and how far it is from a place of the grid. */
function off([x, y, zoom]: readonly [number, number, number]): number {
  const look = gridAt([x, y, zoom]);
  const dot = (moved: number, pan: number) => (-MARGIN + look.cell / 2 + moved - pan) / zoom;
  const step = look.cell / zoom;
  const from = (value: number) => Math.abs(value - Math.round(value / step) * step);
  return Math.max(from(dot(look.x, x)), from(dot(look.y, y)));
}

describe('the dots of the grid', () => {
  it.each([
    [0, 0, 1],
    [13, -257, 1],
    [-1034.5, 88.25, 0.4],
    [5, 5, 0.1],
    [-90, 31, 2.37],
    [7, 700, 4],
  ] as const)('lie on places of the grid at %d, %d and zoom %d', (x, y, zoom) => {
    expect(off([x, y, zoom])).toBeLessThan(1e-6);
    const { cell } = gridAt([x, y, zoom]);
    expect((cell / zoom) % 10).toBeCloseTo(0);
  });

  it('are neither a haze nor far apart, and the layer covers the board', () => {
    for (let zoom = 0.1; zoom <= 4; zoom += 0.05) {
      const { cell, x, y } = gridAt([123, -45, zoom]);
      expect(cell).toBeGreaterThanOrEqual(14);
      expect(cell).toBeLessThanOrEqual(MARGIN);
      for (const moved of [x, y]) {
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThan(MARGIN);
      }
    }
  });
});
