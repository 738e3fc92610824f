import { describe, expect, it } from 'vitest';
import { crosses, route, sharedLength, simplified } from './route';

const box = (x: number, y: number) => ({ x, y, width: 100, height: 80 });

describe('a route between two shapes', () => {
  it('is straight when nothing is in the way', () => {
    expect(
      route({ bounds: box(0, 0), side: 'right' }, { bounds: box(200, 0), side: 'left' }, [], []),
    ).toEqual([
      { x: 100, y: 40 },
      { x: 200, y: 40 },
    ]);
  });

  it('takes a channel around what is in the way, without slanted pieces', () => {
    const [from, middle, to] = [box(0, 0), box(200, 0), box(400, 0)];
    const points = route(
      { bounds: from, side: 'right' },
      { bounds: to, side: 'left' },
      [from, middle, to],
      [120],
    );
    expect(points).toContainEqual({ x: 120, y: 120 });
    points.slice(1).forEach((point, index) => {
      const before = points[index] ?? point;
      expect(before.x === point.x || before.y === point.y).toBe(true);
      expect([from, middle, to].some((bounds) => crosses(before, point, bounds))).toBe(false);
    });
  });

  it('lies on no other line where there is another channel', () => {
    const [a, b] = [box(0, 0), box(400, 300)];
    const first = route({ bounds: a, side: 'bottom' }, { bounds: b, side: 'top' }, [], [190]);
    const beside = { ...a, x: 20 };
    const second = route(
      { bounds: beside, side: 'bottom' },
      { bounds: { ...b, x: 420 }, side: 'top' },
      [],
      [190],
      [first],
    );
    expect(sharedLength(second, [first])).toBe(0);
    expect(sharedLength(first, [first])).toBeGreaterThan(300);
  });

  it('has no points that say nothing', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 4 },
    ];
    expect(simplified(line)).toEqual([
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 9, y: 4 },
    ]);
  });
});
