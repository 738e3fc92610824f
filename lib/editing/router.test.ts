import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centre, contains, grow } from './geometry';
import { borderPoint, type Dock, isOrthogonal, type Outline, route, simplify } from './router';

const task = (x: number, y: number): Dock => ({ bounds: { x, y, width: 100, height: 80 }, outline: 'box' });
const gateway = (x: number, y: number): Dock => ({
  bounds: { x, y, width: 50, height: 50 },
  outline: 'diamond',
});

describe('route', () => {
  it('is one level line between steps of one row', () => {
    expect(route(task(0, 0), task(150, 0))).toEqual([
      { x: 100, y: 40 },
      { x: 150, y: 40 },
    ]);
  });

  it('leaves a gateway at the corner that points to the next row', () => {
    expect(route(gateway(0, 0), task(100, 100))).toEqual([
      { x: 25, y: 50 },
      { x: 25, y: 140 },
      { x: 100, y: 140 },
    ]);
  });

  it('enters a merging gateway from below', () => {
    expect(route(task(0, 200), gateway(200, 0))).toEqual([
      { x: 100, y: 240 },
      { x: 225, y: 240 },
      { x: 225, y: 50 },
    ]);
  });

  it('crosses over half-way between steps of two rows', () => {
    const points = route(task(0, 0), task(200, 150));
    expect(points[0]).toEqual({ x: 100, y: 40 });
    expect(points.at(-1)).toEqual({ x: 200, y: 190 });
    expect(points[1]?.x).toBe(150);
  });

  it('goes out and around for a step that leads back to itself', () => {
    const points = route(task(300, 0), task(300, 0));
    expect(isOrthogonal(points)).toBe(true);
    expect(points.length).toBeGreaterThanOrEqual(4);
  });

  it('leaves a boundary event on the side it sits on', () => {
    const event: Dock = {
      bounds: { x: 60, y: 62, width: 36, height: 36 },
      outline: 'circle',
      only: 'bottom',
    };
    expect(route(event, task(200, 150))[0]).toEqual({ x: 78, y: 98 });
  });

  it('is always orthogonal, ends on both borders and starts at right angles', () => {
    const outline = fc.constantFrom<Outline>('box', 'circle', 'diamond');
    const dock = fc
      .record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }), outline })
      .map(
        ({ x, y, outline }): Dock => ({ bounds: { x: x * 10, y: y * 10, width: 50, height: 50 }, outline }),
      );
    fc.assert(
      fc.property(dock, dock, (a, b) => {
        const points = route(a, b);
        expect(points.length).toBeGreaterThanOrEqual(2);
        expect(isOrthogonal(points)).toBe(true);
        const [first, last] = [points[0], points.at(-1)];
        expect(first && contains(grow(a.bounds, 0.1), first)).toBe(true);
        expect(last && contains(grow(b.bounds, 0.1), last)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('docking', () => {
  it('finds the border of each outline', () => {
    const bounds = { x: 0, y: 0, width: 100, height: 100 };
    expect(borderPoint({ bounds, outline: 'box' }, { x: 200, y: 50 })).toEqual({ x: 100, y: 50 });
    expect(borderPoint({ bounds, outline: 'diamond' }, { x: 150, y: 150 })).toEqual({ x: 75, y: 75 });
    expect(borderPoint({ bounds, outline: 'circle' }, centre(bounds))).toEqual({ x: 50, y: 50 });
  });

  it('drops points on a straight stretch', () => {
    expect(
      simplify([
        { x: 0, y: 0 },
        { x: 5, y: 0 },
        { x: 9, y: 0 },
        { x: 9, y: 4 },
      ]),
    ).toHaveLength(3);
  });
});
