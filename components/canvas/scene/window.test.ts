import { describe, expect, it } from 'vitest';
import type { DiagramEdge, DiagramNode, DiagramView } from '@/components/bpmn/types';
import { crosses, seenIn, windowOf } from './window';

const task = (id: string, x: number, y: number): DiagramNode => ({
  id,
  x,
  y,
  spec: { shape: 'task', bpmnType: 'bpmn:Task', width: 100, height: 80 },
});
const line = (...points: [number, number][]): DiagramEdge => ({
  id: 'line',
  kind: 'sequence',
  waypoints: points.map(([x, y]) => ({ x, y })),
});
const window = { x: 1000, y: 1000, width: 800, height: 600 };

describe('the window of what is kept ready', () => {
  it('holds what is seen with a margin, and stays the same for small movements', () => {
    const view = windowOf({ x: -1100, y: -1100, zoom: 1 }, 1200, 800);
    expect(view.x).toBeLessThanOrEqual(1100 - 80);
    expect(view.y).toBeLessThanOrEqual(1100 - 80);
    expect(view.x + view.width).toBeGreaterThanOrEqual(2300 + 80);
    expect(view.y + view.height).toBeGreaterThanOrEqual(1900 + 80);
    expect(windowOf({ x: -1101, y: -1102, zoom: 1 }, 1200, 800)).toEqual(view);
    expect(windowOf({ x: -1400, y: -1100, zoom: 1 }, 1200, 800)).not.toEqual(view);
  });

  it('is larger where the diagram is smaller', () => {
    expect(windowOf({ x: 0, y: 0, zoom: 0.5 }, 1200, 800).width).toBeGreaterThanOrEqual(2400);
  });
});

describe('a line and a window', () => {
  it('meet when the line crosses it with both ends and all bends outside', () => {
    expect(crosses(line([0, 0], [1400, 0], [1400, 5000], [0, 5000]), window)).toBe(true);
    expect(crosses(line([0, 1300], [5000, 1300]), window)).toBe(true);
    expect(crosses(line([900, 900], [5000, 5000]), window)).toBe(true);
    expect(crosses(line([1200, 1200], [1210, 1210]), window)).toBe(true);
  });

  it('do not when only the box around the line does', () => {
    expect(crosses(line([0, 0], [0, 5000], [5000, 5000]), window)).toBe(false);
    expect(crosses(line([900, 2500], [2600, 1500]), window)).toBe(false);
    expect(crosses(line([0, 0], [500, 500]), window)).toBe(false);
  });

  it('meet when the label of the line is inside', () => {
    const labelled = { ...line([0, 0], [10, 0]), labelBounds: { x: 1100, y: 1100, width: 20, height: 12 } };
    expect(crosses(labelled, window)).toBe(true);
  });
});

it('of a view, what touches the window is ready, in the same order', () => {
  const nodes = [
    task('far', 0, 0),
    task('edge', 920, 1100),
    task('in', 1200, 1200),
    task('below', 1200, 1700),
  ];
  const view: DiagramView = {
    nodes,
    edges: [line([0, 0], [0, 10]), { ...line([0, 1100], [3000, 1100]), id: 'through' }],
    bounds: { x: 0, y: 0, width: 0, height: 0 },
  };
  const seen = seenIn(view, window);
  expect(seen.nodes.map(({ id }) => id)).toEqual(['edge', 'in']);
  expect(seen.nodes[1]).toBe(nodes[2]);
  expect(seen.edges.map(({ id }) => id)).toEqual(['through']);
});
