import { describe, expect, it } from 'vitest';
import { gridAt } from './grid-at';

/** How far the dots are from places of the grid, in diagram units. */
function off([x, y, zoom]: readonly [number, number, number]): number {
  const look = gridAt([x, y, zoom]);
  const dot = (begin: number, pan: number) => (begin + look.cell / 2 - pan) / zoom;
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

  it('are neither a haze nor far apart', () => {
    for (let zoom = 0.1; zoom <= 4; zoom += 0.05) {
      const { cell, x, y } = gridAt([123, -45, zoom]);
      expect(cell).toBeGreaterThanOrEqual(14);
      expect(cell).toBeLessThanOrEqual(48);
      for (const begin of [x, y]) {
        expect(begin).toBeGreaterThanOrEqual(0);
        expect(begin).toBeLessThan(cell);
      }
    }
  });
});
