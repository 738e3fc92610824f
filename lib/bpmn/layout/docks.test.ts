import { describe, expect, it } from 'vitest';
import type { Bounds, Point } from '@/lib/document';
import { spreadDocks } from './docks';
import type { Placement } from './placement';

const at = (x: number, y: number): Point => ({ x, y });
const GATEWAY: Bounds = { x: 0, y: 0, width: 50, height: 50 };
const task = (x: number, y: number): Bounds => ({ x, y, width: 100, height: 80 });

/** A gateway whose flows to tasks at these heights all begin at its right corner. */
function fan(heights: readonly number[], name?: Bounds): Placement {
  const shapes: Placement['shapes'] = new Map([['G', { bounds: GATEWAY, ...(name && { label: name }) }]]);
  const edges: Placement['edges'] = new Map();
  for (const y of heights) {
    shapes.set(`T${y}`, { bounds: task(200, y - 40) });
    const bend = y === 25 ? [] : [at(75, 25), at(75, y)];
    edges.set(`F${y}`, { waypoints: [at(50, 25), ...bend, at(200, y)] });
  }
  return { shapes, edges, width: 300, height: 600 };
}
const links = (heights: readonly number[]) =>
  heights.map((y) => ({ id: `F${y}`, source: 'G', target: `T${y}` }));
const spread = (placement: Placement, heights: readonly number[]): Placement => {
  spreadDocks(placement, links(heights), (id) => id === 'G');
  return placement;
};
const lineOf = (placement: Placement, y: number) => placement.edges.get(`F${y}`)?.waypoints;

describe('flows of one gateway', () => {
  it('leave it at corners of their own, and from its slanted sides when there are more', () => {
    const heights = [-200, -95, 25, 145, 265];
    const drawn = spread(fan(heights), heights);
    expect(lineOf(drawn, -200)).toEqual([at(25, 0), at(25, -200), at(200, -200)]);
    expect(lineOf(drawn, -95)).toEqual([at(37.5, 12.5), at(37.5, -95), at(200, -95)]);
    expect(lineOf(drawn, 25)).toEqual([at(50, 25), at(200, 25)]);
    expect(lineOf(drawn, 145)).toEqual([at(37.5, 37.5), at(37.5, 145), at(200, 145)]);
    expect(lineOf(drawn, 265)).toEqual([at(25, 50), at(25, 265), at(200, 265)]);
  });

  it('stay where they are when a shape or a foreign line is in the way, or nothing is shared', () => {
    const blocked = fan([25, 265]);
    blocked.shapes.set('X', { bounds: task(0, 100) });
    expect(lineOf(spread(blocked, [25, 265]), 265)).toHaveLength(4);
    const crowded = fan([25, 265]);
    crowded.edges.set('Other', { waypoints: [at(25, 50), at(25, 400)] });
    expect(lineOf(spread(crowded, [25, 265]), 265)?.[0]).toEqual(at(37.5, 37.5));
    expect(lineOf(spread(fan([265]), [265]), 265)).toHaveLength(4);
  });

  it('reach it in the same way, a little further off where the last bend is too near for that', () => {
    const placement: Placement = {
      shapes: new Map([['J', { bounds: GATEWAY }]]),
      edges: new Map(),
      width: 0,
      height: 0,
    };
    placement.edges.set('A', { waypoints: [at(-300, 25), at(0, 25)] });
    placement.edges.set('B', {
      waypoints: [at(-300, 90), at(-300, 46), at(-30, 46), at(-30, 25), at(0, 25)],
    });
    const into = [
      { id: 'A', source: 'X', target: 'J' },
      { id: 'B', source: 'Y', target: 'J' },
    ];
    spreadDocks(placement, into, (id) => id === 'J');
    expect(placement.edges.get('A')?.waypoints).toEqual([at(-300, 25), at(0, 25)]);
    expect(placement.edges.get('B')?.waypoints).toEqual([at(-300, 90), at(-300, 70), at(25, 70), at(25, 50)]);
  });

  it('push the name of the gateway aside, and leave it when it has nowhere to go', () => {
    const name = { x: -5, y: 55, width: 60, height: 14 };
    const drawn = spread(fan([25, 265], name), [25, 265]);
    expect(lineOf(drawn, 265)?.[0]).toEqual(at(25, 50));
    expect(drawn.shapes.get('G')?.label).toEqual({ ...name, y: -19 });
    const walled = fan([25, 265], name);
    walled.shapes.set('Above', { bounds: { x: -200, y: -100, width: 400, height: 99 } });
    walled.shapes.set('Left', { bounds: { x: -200, y: 0, width: 190, height: 200 } });
    walled.shapes.set('Right', { bounds: { x: 52, y: 30, width: 40, height: 200 } });
    expect(lineOf(spread(walled, [25, 265]), 265)).toHaveLength(4);
    expect(walled.shapes.get('G')?.label).toEqual(name);
  });
});
